import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEngineProcess } from '../../src-main/shell/engine-process.ts'
import { createRestartPolicy } from '../../src-main/shell/restart-policy.ts'
import { createWorkspaceList } from '../../src-main/shell/workspace-list.ts'
import { lowestUlid } from '#shared/base/ulid.ts'
import { createWorkspaces } from '../../src-main/shell/workspaces.ts'
import { silentLog } from '../../src-shared/base/log.ts'
import type { CallRequest } from '../../src-shared/contract/bridge.ts'
import type { HostRequest, HostResponse } from '../../src-shared/contract/host.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const newFile = () => path.join(temporaryFolder(), 'workspaces.json')

function createList(file: string) {
  let made = 0
  return createWorkspaceList({ file, log: silentLog, newId: () => String(++made).padStart(12, '0') })
}

describe('the list of workspaces', () => {
  it('begins with the one that every profile has', () => {
    const { current, list } = createList(newFile()).state()
    expect(current).toBe('workspace')
    expect(list.map(({ id }) => id)).toEqual(['workspace'])
  })

  it('is there again after a restart', () => {
    const file = newFile()
    const list = createList(file)
    const id = list.add()
    list.update('workspace', { name: 'Nordwind', hasServer: true, lastRoute: 'chat' })
    list.setCurrent(id)
    list.flush()
    expect(createList(file).state()).toEqual(list.state())
  })

  it('takes only one off that was never set up and is not shown, and uses its folder again', () => {
    const list = createList(newFile())
    list.update('workspace', { name: 'Nordwind' })
    const id = list.add()
    list.setCurrent(id)
    expect(list.forget(id)).toBe(false)
    list.setCurrent('workspace')
    expect(list.forget('workspace')).toBe(false)
    expect(list.forget(id)).toBe(true)
    expect(list.state().list).toHaveLength(1)
    expect(list.add()).toBe(id)
    list.update(id, { name: 'Südlicht' })
    expect(list.forget(id)).toBe(false)
  })

  it('leaves out what a broken file says', () => {
    const file = newFile()
    const workspaces = [
      { id: '../../etc' },
      { id: 'aaaaaaaaaaaa', name: 7 },
      { id: 'aaaaaaaaaaaa' },
      'x',
      null,
    ]
    writeFileSync(file, JSON.stringify({ current: 'bbbbbbbbbbbb', workspaces }))
    const { current, list } = createList(file).state()
    expect(current).toBe('workspace')
    expect(list.map(({ id, name }) => [id, name])).toEqual([
      ['workspace', ''],
      ['aaaaaaaaaaaa', ''],
    ])
  })
})

/** Engines whose process is played: each answers `workspace.get` with its own name. */
function setUp() {
  const file = newFile()
  const list = createList(file)
  const hosts = new Map<string, { posted: HostRequest[]; say: (message: HostResponse) => void }>()
  const names = new Map([['workspace', 'Nordwind']])
  /** What is there, by workspace. */
  const places = new Map<string, string>()
  let generation = 0
  const workspaces = createWorkspaces({
    list,
    createEngine: (id) =>
      createEngineProcess({
        fork({ onMessage }) {
          const posted: HostRequest[] = []
          hosts.set(id, { posted, say: onMessage })
          return {
            post(message) {
              posted.push(message)
              if (message.type === 'close') queueMicrotask(() => onMessage({ type: 'closed' }))
              if (message.type === 'call') answer(id, message.request, onMessage)
            },
            kill: () => undefined,
          }
        },
        options: () => ({ folder: id, sqliteBinding: null, demo: false, token: null }),
        onToken: () => undefined,
        nextGeneration: () => ++generation,
        policy: createRestartPolicy({ monotonicMs: () => Date.now() }),
        log: { ...silentLog, write: () => undefined, flush: () => undefined, clear: () => true },
      }),
  })
  const answer = (id: string, request: CallRequest, say: (message: HostResponse) => void): void => {
    const name = names.get(id)
    const meta = {
      'workspace.get': { workspace: name === undefined ? null : { name }, meId: null },
      'sync.status': { connection: { type: id === 'workspace' ? 'online' : 'none' } },
      'inbox.list': { unread: 3 },
      'place.find': { isHere: places.get(id) === (request.input as { id?: string }).id },
    }[request.name]
    if (meta) say({ type: 'result', id: request.id, response: { ok: true, value: { meta, rows: [] } } })
  }
  return { workspaces, list, hosts, names, places, file }
}

const slowCall: CallRequest = { version: 1, id: 'a', kind: 'command', name: 'chat.send', input: {} }

describe('workspaces side by side', () => {
  it('finds which other one has what a link leads to, and starts it to be asked', async () => {
    const { workspaces, hosts, list, names, places } = setUp()
    workspaces.current()
    hosts.get('workspace')?.say({ type: 'opened' })
    const other = list.add()
    list.update(other, { name: 'Werkstatt' })
    names.set(other, 'Werkstatt')
    list.setCurrent('workspace')
    const link = { type: 'ticket', id: lowestUlid(5) } as const
    const look = async () => {
      const found = workspaces.findElsewhere(link)
      hosts.get(other)?.say({ type: 'opened' })
      return found
    }
    expect(await look()).toBeNull()
    places.set(other, link.id)
    expect(await look()).toEqual({ id: other, name: 'Werkstatt' })
    // Nothing is shown by it, and the one that is on the screen is not asked.
    expect(workspaces.state().current).toBe('workspace')
    places.set('workspace', link.id)
    places.delete(other)
    expect(await look()).toBeNull()
  })

  it('learns the name and the server from the engine', async () => {
    const { workspaces, hosts } = setUp()
    workspaces.current()
    hosts.get('workspace')?.say({ type: 'opened' })
    await vi.advanceTimersByTimeAsync(0)
    expect(workspaces.state().list[0]).toMatchObject({ name: 'Nordwind', hasServer: true, hasUnread: false })
  })

  it('shows another one with an engine of its own, and ends the calls of the one before', async () => {
    const { workspaces, hosts } = setUp()
    const told: unknown[] = []
    workspaces.onChange(({ current }) => told.push(current))
    workspaces.onEngineState((state) => told.push(state))
    workspaces.current()
    hosts.get('workspace')?.say({ type: 'opened' })
    await vi.advanceTimersByTimeAsync(0)
    const call = workspaces.call(1, slowCall)
    told.length = 0
    workspaces.add()
    expect(await call).toEqual({ ok: false, error: { type: 'cancelled' } })
    const { current } = workspaces.state()
    expect(current).not.toBe('workspace')
    // First which one it is, then how its engine is.
    expect(told.indexOf(current)).toBeLessThan(told.findIndex((each) => typeof each === 'object'))
    expect(told.at(-1)).toEqual({ type: 'starting' })
    hosts.get(current)?.say({ type: 'opened' })
    expect(told.at(-1)).toEqual({ type: 'ready', generation: 2 })
  })

  it('keeps the engine of the one before, marks what is unread there, and goes back to it at once', async () => {
    const { workspaces, hosts } = setUp()
    workspaces.current()
    hosts.get('workspace')?.say({ type: 'opened' })
    await vi.advanceTimersByTimeAsync(0)
    workspaces.add()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(workspaces.state().list[0]?.hasUnread).toBe(true)
    const states: unknown[] = []
    workspaces.onEngineState((state) => states.push(state))
    workspaces.open('workspace')
    expect(states).toEqual([{ type: 'ready', generation: 1 }])
    expect(workspaces.state().list[0]?.hasUnread).toBe(false)
  })

  it('forgets one that was never set up, and no other', async () => {
    const { workspaces, hosts, names } = setUp()
    workspaces.current()
    hosts.get('workspace')?.say({ type: 'opened' })
    await vi.advanceTimersByTimeAsync(0)
    workspaces.add()
    const { current } = workspaces.state()
    hosts.get(current)?.say({ type: 'opened' })
    await vi.advanceTimersByTimeAsync(0)
    names.set(current, 'Südlicht')
    workspaces.open('workspace')
    workspaces.forget(current)
    await vi.advanceTimersByTimeAsync(0)
    expect(workspaces.state().list).toHaveLength(2)
  })

  it('remembers where one was in each, and writes it down at the end', async () => {
    const { workspaces, hosts, file } = setUp()
    workspaces.current()
    hosts.get('workspace')?.say({ type: 'opened' })
    await vi.advanceTimersByTimeAsync(0)
    workspaces.rememberRoute('tickets/mine')
    workspaces.add()
    workspaces.rememberRoute('chat')
    await workspaces.close()
    expect(workspaces.state().list.map(({ lastRoute }) => lastRoute)).toEqual(['tickets/mine', 'chat'])
    expect(readFileSync(file, 'utf8')).toContain('tickets/mine')
  })
})
