/** Answers the calls that need the server: signing in, joining, moving a workspace there, invites, devices, members. */
import { err, ok, type Result } from '#shared/base/result.ts'
import type { RequestOutput, RequestParsed } from '#shared/contract/contract.ts'
import type { serverRequests } from '#shared/contract/sync.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { ParsedRequest } from '#shared/contract/parse.ts'
import type { ServerCall, ServerInput, ServerOutput, SignedIn } from '#shared/contract/server-api.ts'
import { negotiate, protocolVersions } from '#shared/protocol/versions.ts'
import type { CommandContext } from '../commands/context.ts'
import { beginWith } from '../commands/workspace-commands.ts'
import { getMeta } from '../store/meta.ts'
import { findWorkspace, linkLocal, linkNew, linkServer } from './link-workspace.ts'
import { parseServerAddress } from './server-address.ts'
import type { CallServer } from './server-calls.ts'

/** The requests that go to the workspace's server. */
export type ServerRequest = Extract<ParsedRequest, { name: keyof typeof serverRequests }>

export interface Requests {
  run(request: ServerRequest, signal?: AbortSignal): Promise<Result<unknown, CallError>>
}

export interface RequestsDeps {
  readonly context: CommandContext
  readonly transact: (work: () => void) => void
  readonly callServer: CallServer
  readonly deviceName: string
  readonly token: TokenStore
  /** The link has changed: connect anew, or stop where there is no token. */
  readonly relinked: () => void
}

/** Where the device's token is kept: the system's keychain, through the shell. */
export interface TokenStore {
  get(): string | null
  set(token: string | null): void
}

type Handlers = {
  readonly [Name in keyof typeof serverRequests]: (
    input: RequestParsed<Name>,
    signal: AbortSignal | undefined,
  ) => Promise<Result<RequestOutput<Name>, CallError>>
}

export function createRequests(deps: RequestsDeps): Requests {
  const { context, transact, callServer, deviceName, token } = deps
  const { db } = context

  /** A call of somebody who is signed in. */
  const call = async <Call extends ServerCall>(
    name: Call,
    input: ServerInput<Call>,
    signal: AbortSignal | undefined,
  ): Promise<Result<ServerOutput<Call>, CallError>> => {
    const address = getMeta(db, 'serverAddress')
    if (address === null) return err({ type: 'no-server' })
    return callServer(name, input, { address, token: token.get(), signal })
  }
  /** The server at the address, if it is one and of a version that this program can talk to. */
  const findServer = async (typed: string, signal: AbortSignal | undefined) => {
    const address = parseServerAddress(typed)
    if (!address.ok) return address
    const about = await callServer('about', {}, { address: address.value, token: null, signal })
    if (!about.ok) return about
    const version = negotiate(protocolVersions, about.value.protocol)
    if (!version.ok) return err({ type: 'upgrade', which: version.error.upgrade })
    return ok({ address: address.value, about: about.value })
  }
  const callAt = async <Call extends ServerCall>(
    typed: string,
    name: Call,
    input: ServerInput<Call>,
    signal: AbortSignal | undefined,
  ) => {
    const server = await findServer(typed, signal)
    if (!server.ok) return server
    const { address } = server.value
    const answer = await callServer(name, input, { address, token: null, signal })
    return answer.ok ? ok({ address, answer: answer.value }) : answer
  }
  const link = (signedIn: SignedIn, write: () => void): Result<void, CallError> => {
    transact(write)
    token.set(signedIn.token)
    deps.relinked()
    return ok()
  }
  const forward =
    <Call extends ServerCall>(name: Call) =>
    (input: ServerInput<Call>, signal: AbortSignal | undefined) =>
      call(name, input, signal)
  const forwardSilently =
    <Call extends ServerCall>(name: Call) =>
    async (input: ServerInput<Call>, signal: AbortSignal | undefined): Promise<Result<void, CallError>> => {
      const answer = await call(name, input, signal)
      return answer.ok ? ok() : answer
    }

  const handlers: Handlers = {
    async 'server.about'({ address }, signal) {
      const server = await findServer(address, signal)
      return server.ok ? ok(server.value.about) : server
    },
    async 'server.readInvite'({ address, code }, signal) {
      const invite = await callAt(address, 'readInvite', { code }, signal)
      return invite.ok ? ok(invite.value.answer) : invite
    },
    async 'server.setUp'({ address, begin, ...input }, signal) {
      const local = findWorkspace(context)
      if (local?.isLinked) return err({ type: 'workspace-exists' })
      const ids = { workspaceId: local?.id ?? null, personId: local?.me ?? null }
      const names = local && { workspaceName: local.name, personName: local.personName }
      const done = await callAt(address, 'setUp', { ...input, ...ids, ...names, deviceName }, signal)
      if (!done.ok) return done
      const { answer: signedIn } = done.value
      const server = { address: done.value.address, email: input.email }
      return link(signedIn, () => {
        if (local) linkLocal(context, signedIn, server)
        else linkNew(context, signedIn, { ...server, name: input.personName })
        if (!local && begin) beginWith(context, begin)
      })
    },
    async 'server.signIn'({ address, ...input }, signal) {
      const local = findWorkspace(context)
      if (local && !local.isLinked) return err({ type: 'workspace-exists' })
      const workspaceId = local?.id ?? input.workspaceId
      const done = await callAt(address, 'signIn', { ...input, workspaceId, deviceName }, signal)
      if (!done.ok) return done
      const { answer } = done.value
      if (!('token' in answer)) return ok({ type: 'choose-workspace', workspaces: answer.workspaces })
      const server = { address: done.value.address, email: input.email }
      if (local && (local.id !== answer.workspaceId || local.me !== answer.personId)) {
        await callServer('signOut', {}, { address: server.address, token: answer.token, signal })
        return err({ type: 'other-workspace' })
      }
      const linked = link(answer, () => {
        if (local) linkServer(context, answer, server)
        else linkNew(context, answer, { ...server, name: input.email })
      })
      return linked.ok ? ok({ type: 'signed-in' }) : linked
    },
    async 'server.join'({ address, ...input }, signal) {
      if (findWorkspace(context)) return err({ type: 'workspace-exists' })
      const done = await callAt(address, 'join', { ...input, deviceName }, signal)
      if (!done.ok) return done
      const { answer: signedIn } = done.value
      const server = { address: done.value.address, email: input.email }
      return link(signedIn, () => linkNew(context, signedIn, { ...server, name: input.personName }))
    },
    async 'server.signOut'(_input, signal) {
      const answer = await call('signOut', {}, signal)
      // A token that the server no longer knows is signed out already.
      const isOver = answer.ok || (answer.error.type === 'server' && answer.error.error === 'signed-out')
      if (!isOver) return answer
      token.set(null)
      deps.relinked()
      return ok()
    },
    'server.createInvite': forward('createInvite'),
    'server.listInvites': forward('listInvites'),
    'server.endInvite': forwardSilently('endInvite'),
    'server.listDevices': forward('listDevices'),
    'server.endDevice': forwardSilently('endDevice'),
    'server.changePassword': forwardSilently('changePassword'),
    'server.setRole': forwardSilently('setRole'),
    'server.removeMember': forwardSilently('removeMember'),
    'server.setSpaceMembers': forwardSilently('setSpaceMembers'),
  }
  return {
    run({ name, input }, signal) {
      // The name picks the handler whose input the parser just made; TypeScript cannot follow that through the map.
      const handler = handlers[name] as (
        input: unknown,
        signal: AbortSignal | undefined,
      ) => Promise<Result<unknown, CallError>>
      return handler(input, signal)
    },
  }
}
