/** The stories that tests/unit/engine-stories.test.ts tells the engine, told through the window. */
import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, test } from 'vitest'
import { storyWorkspace, userStories } from '../support/user-stories.ts'
import { createWindowStoryDriver, type WindowStoryDriver } from '../support/window-story-driver.ts'

let template: string
let driver: WindowStoryDriver | null = null

beforeAll(async () => {
  const first = createWindowStoryDriver(null)
  await first.createWorkspace(storyWorkspace)
  template = await first.keep()
})

afterEach(async () => {
  await driver?.dispose()
  driver = null
})

afterAll(() => rmSync(template, { recursive: true, force: true, maxRetries: 5 }))

test.each(userStories)('$name', async (story) => {
  driver = createWindowStoryDriver(template)
  await driver.createWorkspace(storyWorkspace)
  await story.tell(driver)
})
