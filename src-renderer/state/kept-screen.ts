/**
 * The first frame of the next start: what is on screen when the program ends is left with the shell, and shown until the
 * engine has opened the workspace and answers. Never what says how things are at the moment (sync, presence, typing).
 */
import type { QueryName } from '#shared/contract/contract.ts'
import { maxKeptScreenLength } from '#shared/contract/kept-screen.ts'
import { client } from '../bridge/window-client.ts'
import type { KnownResult } from './live-cache.ts'
import { seedResults, shownResults } from './live.ts'
import { isMainWindow } from './view.ts'

/** What lists and conversations are drawn from. */
const kept: ReadonlySet<QueryName> = new Set<QueryName>([
  ...(['workspace.get', 'chat.channels', 'chat.messages', 'inbox.list'] as const),
  ...(['ticket.queues', 'ticket.counts', 'ticket.list', 'ticket.get'] as const),
])

interface Screen {
  /** Rows are as the code that drew them knew them: named by its file, whose name goes with its content. */
  readonly madeBy: string
  readonly results: readonly KnownResult[]
}

/** Calls `done` once, as soon as the shell has said what is kept and it can be drawn from. */
export function seedFromKeptScreen(done: () => void): void {
  const stop = client.onKeptScreen((text) => {
    // Where it is known already, this is called before there is a `stop`.
    queueMicrotask(() => stop())
    const screen = text === null ? null : parseScreen(text)
    if (screen) seedResults(screen.results)
    done()
  })
  if (isMainWindow) window.addEventListener('pagehide', leaveScreen)
}

function leaveScreen(): void {
  const results: KnownResult[] = []
  let length = 0
  for (const result of shownResults()) {
    if (!kept.has(result.name)) continue
    length += JSON.stringify(result).length
    // What is left out is asked for, as it would be without any of this.
    if (length < maxKeptScreenLength - 1_000) results.push(result)
  }
  const screen: Screen = { madeBy: import.meta.url, results }
  client.keepScreen(JSON.stringify(screen))
}

/** Null for one that other code made, or that is damaged. */
function parseScreen(text: string): Screen | null {
  try {
    const screen = JSON.parse(text) as Screen
    return screen.madeBy === import.meta.url && Array.isArray(screen.results) ? screen : null
  } catch {
    return null
  }
}
