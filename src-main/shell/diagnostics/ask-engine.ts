/** What the engine can tell, where it answers. Its answers are its own and are not parsed; nothing here waits for long. */
import type { QueryMeta, QueryName, RequestOutput } from '#shared/contract/contract.ts'
import { bridgeVersion, type CallRequest } from '#shared/contract/bridge.ts'
import type { Diagnostics } from '#shared/contract/diagnostics.ts'
import type { IndexRow } from '#shared/contract/index-care.ts'
import type { EngineProcess } from '../engine-process.ts'

/** Windows count from 1: no window has the shell's own calls. */
const shellWindow = 0
const queryTimeoutMs = 10_000
const serverTimeoutMs = 3_000

export interface EngineAnswers {
  readonly engine: Diagnostics['engine']
  readonly workspaceId: string | null
  readonly personId: string | null
}

export async function askEngine(engine: EngineProcess, nextId: () => string): Promise<EngineAnswers> {
  const state = engine.state()
  const known = {
    state: state.type,
    failure: state.type === 'failed' ? state.error.type : null,
    restarts: engine.restarts(),
  }
  const nothing = { facts: null, store: null, sync: null, index: null, indexFailed: 0, serverVersion: null }
  // One that is being started again would answer when it is there; who looks wants to see that it is not.
  if (state.type !== 'ready') return { engine: { ...known, ...nothing }, workspaceId: null, personId: null }

  const call = async (
    request: Pick<CallRequest, 'kind' | 'name' | 'input' | 'timeoutMs'>,
  ): Promise<unknown> => {
    const answer = await engine.call(shellWindow, { version: bridgeVersion, id: nextId(), ...request })
    return answer.ok ? answer.value : null
  }
  const query = async <Name extends QueryName>(
    name: Name,
  ): Promise<{ readonly meta: QueryMeta<Name>; readonly rows: readonly unknown[] } | null> =>
    (await call({ kind: 'query', name, input: {}, timeoutMs: queryTimeoutMs })) as {
      readonly meta: QueryMeta<Name>
      readonly rows: readonly unknown[]
    } | null
  const serverVersion = async (address: string): Promise<string | null> => {
    const about = await call({
      ...{ kind: 'request', name: 'server.about', input: { address }, timeoutMs: serverTimeoutMs },
    })
    return (about as RequestOutput<'server.about'> | null)?.version ?? null
  }

  const [facts, store, sync, index, workspace] = await Promise.all([
    query('diagnostics.engine'),
    query('diagnostics.counts'),
    query('sync.status'),
    query('index.status'),
    query('workspace.get'),
  ])
  const address = sync?.meta.connection.type === 'online' ? sync.meta.address : null
  return {
    engine: {
      ...known,
      facts: facts?.meta ?? null,
      store: store?.meta ?? null,
      sync: sync?.meta ?? null,
      index: index?.meta ?? null,
      indexFailed: ((index?.rows ?? []) as readonly IndexRow[]).reduce((sum, { failed }) => sum + failed, 0),
      serverVersion: address === null ? null : await serverVersion(address),
    },
    workspaceId: workspace?.meta.workspace?.id ?? null,
    personId: workspace?.meta.meId ?? null,
  }
}
