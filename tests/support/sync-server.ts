/**
 * A real sync server on a folder of its own, with a clock and random numbers that the test holds. Calls go through its
 * HTTP interface without a socket; records are proposed as the gateway does it.
 */
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import type { z } from 'zod'
import { asId, type PersonId, type SpaceId, type UpdateId } from '#shared/base/ids.ts'
import { createRandom } from '#shared/base/random.ts'
import { unwrap } from '#shared/base/result.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import {
  serverApi,
  type ServerCall,
  type ServerErrorType,
  type ServerInput,
  type ServerOutput,
  type SignedIn,
} from '#shared/contract/server-api.ts'
import type { PersonRole } from '#shared/contract/workspace.ts'
import type { Identity } from '../../src-server/access/access-policy.ts'
import { createServer, type OutpostServer } from '../../src-server/create-server.ts'
import type { FanOutMessage } from '../../src-server/gateway/fan-out.ts'
import { createServerLog } from '../../src-server/log.ts'
import type { ServerSettings } from '../../src-server/settings.ts'
import { createTestClock, type TestClock } from './engine-world.ts'
import { temporaryFolder } from './temp-folder.ts'

export const password = 'correct horse battery'

export interface Answer<Call extends ServerCall> {
  readonly status: number
  readonly body: ServerOutput<Call>
  readonly error: ServerErrorType | null
  readonly headers: Readonly<Record<string, unknown>>
}

interface CallOptions {
  readonly token?: string | undefined
  readonly from?: string
}

export interface ServerWorld {
  readonly folder: string
  readonly clock: TestClock
  /** The server as it is now; another one after `restart`. */
  readonly server: OutpostServer
  /** What the server has told its gateways since the last look. */
  heard(): FanOutMessage[]
  log(): string
  nextId<T extends Ulid>(): T
  call<Call extends ServerCall>(
    call: Call,
    input: ServerInput<Call>,
    options?: CallOptions,
  ): Promise<Answer<Call>>
  /** The call must succeed. */
  must<Call extends ServerCall>(
    call: Call,
    input: ServerInput<Call>,
    options?: CallOptions,
  ): Promise<ServerOutput<Call>>
  setUp(changes?: Partial<ServerInput<'setUp'>>): Promise<SignedIn>
  /** Invites somebody and lets them join. */
  add(by: SignedIn, name: string, role?: PersonRole, spaces?: SpaceId[]): Promise<SignedIn>
  identity(who: SignedIn): Identity
  /** What was published, parsed; null where the record was refused. */
  propose(who: SignedIn, type: string, id: Ulid, body: unknown, spaceId?: SpaceId): object | null
  /** Makes a space, which must be accepted. */
  space(who: SignedIn, kind: string, members?: PersonId[], parentId?: SpaceId | null): SpaceId
  /** The records in the space's feed: sequence number, type, id, body. */
  records(spaceId: SpaceId): [number, string, string, unknown][]
  restart(settings?: Partial<ServerSettings>): Promise<void>
}

export async function createServerWorld(settings: Partial<ServerSettings> = {}): Promise<ServerWorld> {
  const folder = temporaryFolder()
  const clock = createTestClock()
  const random = createRandom(7)
  const randomBytes = (size: number) => Uint8Array.from({ length: size }, () => random.int(0, 255))
  const ids = createUlidFactory(clock.now, () => random.int(0, 255))
  const lines: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const log = createServerLog(pino({ level: 'trace' }, stream))
  const heard: FanOutMessage[] = []
  const open = (changes: Partial<ServerSettings>): OutpostServer => {
    const server = unwrap(
      createServer({ folder, clock, randomBytes, log, settings: { port: 0, ...settings, ...changes } }),
    )
    server.fanOut.subscribe((message) => void heard.push(message))
    return server
  }
  let server = open({})
  await server.app.ready()
  onTestFinished(() => server.close())

  const world: ServerWorld = {
    folder,
    clock,
    get server() {
      return server
    },
    heard: () => heard.splice(0),
    log: () => lines.join(''),
    nextId: <T extends Ulid>() => asId<T>(ids.next()),
    async call<Call extends ServerCall>(call: Call, input: ServerInput<Call>, options: CallOptions = {}) {
      const { method, path, output } = serverApi[call]
      const { id, ...rest } = input as { id?: string }
      const hasId = path.includes(':id')
      const response = await server.app.inject({
        method,
        url: path.replace(':id', id ?? ''),
        remoteAddress: options.from ?? '203.0.113.7',
        headers: options.token === undefined ? {} : { authorization: `Bearer ${options.token}` },
        ...(method === 'GET' ? {} : { payload: hasId ? rest : input }),
      })
      const body = response.json<{ error?: ServerErrorType }>()
      const isRight = response.statusCode === 200
      return {
        status: response.statusCode,
        body: (isRight ? (output as z.ZodType).parse(body) : body) as ServerOutput<Call>,
        error: body.error ?? null,
        headers: response.headers,
      }
    },
    async must(call, input, options) {
      const answer = await world.call(call, input, options)
      if (answer.error !== null) throw new Error(`${call} answered ${answer.error}`)
      return answer.body
    },
    setUp: (changes = {}) =>
      world.must('setUp', {
        code: server.setupLink()?.split('/').at(-1) ?? '',
        workspaceName: 'Tidewater',
        workspaceId: null,
        personId: null,
        personName: 'Olga',
        email: 'olga@example.org',
        password,
        deviceName: 'laptop',
        ...changes,
      }),
    async add(by, name, role = 'agent', spaces = []) {
      const { link } = await world.must('createInvite', { role, spaces }, { token: by.token })
      return world.must('join', {
        code: link.split('/').at(-1) ?? '',
        personName: name,
        email: `${name.toLowerCase()}@example.org`,
        password,
        deviceName: `${name}'s laptop`,
      })
    },
    identity(who) {
      const identity = server.policy.identify(who.token)
      if (!identity) throw new Error('signed out')
      return identity
    },
    propose(who, recordType, recordId, content, spaceId = asId<SpaceId>(recordId)) {
      const body = typeof content === 'string' ? content : JSON.stringify(content)
      const identity = world.identity(who)
      return server.syncStore.transaction((writer) => {
        const accepted = server.policy.accept(identity, { spaceId, recordType, recordId, body })
        if (!accepted) return null
        const entryId = world.nextId<UpdateId>()
        const entry = { type: 'record', entryId, recordType, recordId, body: accepted.body } as const
        writer.append(accepted.spaceId, entry, identity.personId)
        return { ...(JSON.parse(accepted.body) as object), rightsOf: accepted.rightsOf }
      })
    },
    space(who, kind, members = [], parentId = null) {
      const spaceId = world.nextId<SpaceId>()
      if (!world.propose(who, 'space', spaceId, { kind, parentId, members })) throw new Error('refused')
      return spaceId
    },
    records: (spaceId) =>
      server.syncStore
        .page(spaceId, 0, { entries: 1000, bytes: 1e6 })
        .entries.flatMap((entry) =>
          entry.type === 'record'
            ? [[entry.seq, entry.recordType, entry.recordId, JSON.parse(entry.body) as unknown] as const]
            : [],
        )
        .map((record) => [...record]),
    async restart(changes = {}) {
      await server.close()
      server = open(changes)
      await server.app.ready()
    },
  }
  return world
}
