/** The stories that tests/unit/engine-stories.test.ts tells the engine, told through the window. */
import { afterEach, test } from 'vitest'
import { storyWorkspace, userStories } from '../support/user-stories.ts'
import { createWindowStoryDriver, type WindowStoryDriver } from '../support/window-story-driver.ts'

let driver: WindowStoryDriver | null = null

afterEach(async () => {
  await driver?.dispose()
  driver = null
})

test.each(userStories)('$name', async (story) => {
  driver = createWindowStoryDriver()
  await driver.createWorkspace(storyWorkspace)
  await story.tell(driver)
})
