/** The user stories, told to the engine directly. The same run through the window in tests/e2e. */
import { describe, test } from 'vitest'
import { createEngineStoryDriver } from '../support/engine-story-driver.ts'
import { storyWorkspace, userStories } from '../support/user-stories.ts'

describe('in the engine', () => {
  test.each(userStories)('$name', async ({ tell }) => {
    const driver = createEngineStoryDriver()
    await driver.createWorkspace(storyWorkspace)
    await tell(driver)
  })
})
