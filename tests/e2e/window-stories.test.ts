/**
 * The stories that tests/unit/engine-stories.test.ts tells the engine, told through the window: all of them by the keys
 * alone, and by the mouse where that has ways of its own.
 */
import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, test } from 'vitest'
import type { Hand } from '../support/hand.ts'
import { storyWorkspace, userStories, type UserStory } from '../support/user-stories.ts'
import { createWindowStoryDriver, type WindowStoryDriver } from '../support/window-story-driver.ts'

let template: string
let driver: WindowStoryDriver | null = null

beforeAll(async () => {
  const first = createWindowStoryDriver(null, 'keyboard')
  await first.createWorkspace(storyWorkspace)
  template = await first.keep()
})

afterEach(async () => {
  await driver?.dispose()
  driver = null
})

afterAll(() => rmSync(template, { recursive: true, force: true, maxRetries: 5 }))

async function tell(story: UserStory, kind: Hand['kind']): Promise<void> {
  driver = createWindowStoryDriver(template, kind)
  await driver.createWorkspace(storyWorkspace)
  await story.tell(driver)
}

test.each(userStories)('by keys alone: $name', (story) => tell(story, 'keyboard'))

test.each(userStories.filter(({ hasMouseWays }) => hasMouseWays))('by the mouse: $name', (story) =>
  tell(story, 'mouse'),
)
