/**
 * Language models that a person chose to answer with, and what may go to them. All of it belongs to this device; keys lie
 * with the shell's secrets and never come back over the bridge.
 */
import { z } from 'zod'
import type { SpaceId } from '../base/ids.ts'
import type { AnswerError } from './ask.ts'
import { command, query, type CommandSpec } from './define.ts'
import { limits, lineText, spaceId } from './values.ts'

/** `ollama`: Ollama's own interface. `openai`: any server that speaks OpenAI's chat completions. */
export const serverTypes = ['ollama', 'openai'] as const
export type ServerType = (typeof serverTypes)[number]
/** `file`: a model's file on this device, run by this program. Where it lies only the system's dialog says. */
export type ProviderType = ServerType | 'file'

/** What passages are made of, as far as sending them to a model goes. `direct`: messages of direct conversations. */
export const knowledgeKinds = ['article', 'ticket', 'note', 'message', 'direct', 'file'] as const
export type KnowledgeKind = (typeof knowledgeKinds)[number]

/** Until the person says otherwise these go to no provider. */
export const withheldAtFirst: readonly KnowledgeKind[] = ['direct', 'file']

/** Where a provider listens: on this machine, in a private network, or somewhere else. By its address alone. */
export type ProviderReach = 'device' | 'network' | 'internet'

export interface ProviderRow {
  readonly key: string
  readonly type: ProviderType
  readonly name: string
  /** As it is called: scheme, host, port and path, without the interface's own path. Of a file its name alone. */
  readonly address: string
  readonly model: string
  /** How much the model takes in and gives out together, in tokens. */
  readonly contextTokens: number
  /** How long an answer may become, in tokens. */
  readonly answerTokens: number
  readonly reach: ProviderReach
  /** Unencrypted to somewhere else than this machine or a private network, which the person has confirmed. */
  readonly isInsecure: boolean
  readonly hasKey: boolean
  /** Sends without showing it before; ends by itself where address or model change. */
  readonly isApproved: boolean
  /** Kinds that go to other providers perhaps, but never to this one. */
  readonly withheldKinds: readonly KnowledgeKind[]
  readonly withheldSpaces: readonly SpaceId[]
}

/** A model that the provider offers. */
export interface OfferedModel {
  readonly id: string
  /** On its disk; null where it does not say. */
  readonly bytes: number | null
}

export type ProviderCheck =
  | { readonly type: 'ready'; readonly models: readonly OfferedModel[] }
  | { readonly type: 'failed'; readonly error: AnswerError }

export interface RoutingMeta {
  /** Go to no provider. */
  readonly withheldKinds: readonly KnowledgeKind[]
}

/** A space that passages come from. */
export interface RoutingRow {
  readonly key: SpaceId
  readonly kind: 'queue' | 'channel' | 'direct' | 'knowledge'
  /** Empty for direct conversations and for knowledge. */
  readonly name: string
  /** Goes to no provider, on any device of the workspace. A queue's internal notes follow their queue. */
  readonly deviceOnly: boolean
}

const providerId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/)
const kinds = z.array(z.enum(knowledgeKinds)).max(knowledgeKinds.length)
const spaces = z.array(spaceId).max(limits.rows)
const secret = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[\x21-\x7e]+$/)
const settings = {
  name: lineText(limits.name),
  address: lineText(limits.address),
  model: lineText(limits.address),
  contextTokens: z.int().min(1_024).max(1_000_000),
  answerTokens: z.int().min(64).max(32_000),
  /** Confirms an `http://` address outside of this machine and of private networks. */
  allowInsecure: z.boolean(),
  withheldKinds: kinds,
  withheldSpaces: spaces,
}

export const providerCommands = {
  /** Fails with `insecure-address` where the address needs `allowInsecure`. The id is the caller's, such as a ULID. */
  'provider.add': command(
    z.strictObject({
      ...settings,
      providerId,
      type: z.enum(serverTypes),
      contextTokens: settings.contextTokens.default(8_192),
      answerTokens: settings.answerTokens.default(1_024),
      allowInsecure: settings.allowInsecure.default(false),
      withheldKinds: kinds.default([]),
      withheldSpaces: spaces.default([]),
      key: secret.nullable().default(null),
    }),
  ),
  /** What is not named stays; a model's file keeps its place. `key`: null takes it away. Another host than before takes the key away, too. */
  'provider.update': command(
    z.strictObject({
      providerId,
      name: settings.name.optional(),
      address: settings.address.optional(),
      model: settings.model.optional(),
      contextTokens: settings.contextTokens.optional(),
      answerTokens: settings.answerTokens.optional(),
      allowInsecure: settings.allowInsecure.optional(),
      withheldKinds: kinds.optional(),
      withheldSpaces: spaces.optional(),
      key: secret.nullable().optional(),
    }),
  ),
  /** Its key goes, too. Answers that it gave stay. */
  'provider.remove': command(z.strictObject({ providerId })),
  /** Shows again what would be sent before the next time. */
  'provider.disapprove': command(z.strictObject({ providerId })),
  /** Which kinds go to no provider, on this device. */
  'routing.withhold': command(z.strictObject({ kinds })),
  /** For everybody in the workspace: whoever takes part in a space may say so. */
  'space.setDeviceOnly': command(z.strictObject({ spaceId, on: z.boolean() })),
}

export const providerQueries = {
  /** In the order they were added. */
  'provider.list': query<null, ProviderRow>()(z.strictObject({})),
  'routing.get': query<RoutingMeta, RoutingRow>()(z.strictObject({})),
}

function request<Output>() {
  return <Input extends z.ZodType>(input: Input): CommandSpec<Input, Output> => ({ input })
}

export const providerRequests = {
  /**
   * Is somebody there, and what models do they offer? Sends no content. Of a provider that was added, or of one that is
   * about to be: then with all that is needed to call it.
   */
  'provider.check': request<ProviderCheck>()(
    z.union([
      z.strictObject({ providerId }),
      z.strictObject({
        type: z.enum(serverTypes),
        address: settings.address,
        allowInsecure: settings.allowInsecure.default(false),
        key: secret.nullable().default(null),
      }),
    ]),
  ),
}
