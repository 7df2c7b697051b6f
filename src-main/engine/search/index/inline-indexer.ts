/** The index in this thread, for tests, simulations and tools: a task of the background. */
import type { IndexEvents, IndexHost } from './index-host.ts'
import { withBytes } from './index-host.ts'
import { createIndexSession, type IndexSessionOptions } from './index-session.ts'

export function createInlineIndexer(
  options: Omit<IndexSessionOptions, keyof IndexEvents> & IndexEvents,
): IndexHost {
  const session = createIndexSession(options)
  return {
    poke: (poke) => session.poke(poke),
    power: (onBattery) => session.power(onBattery),
    modelFilesChanged: () => session.modelFilesChanged(),
    makeAnew: () => session.makeAnew(),
    status: () => withBytes(session.status(), options.indexFile),
    embedQuestion: (text) => session.embedQuestion(text),
    tasks: [{ name: 'index', afterIdleMs: 0, step: () => session.step() }],
    dispose: () => session.dispose(),
  }
}
