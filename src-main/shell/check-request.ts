/**
 * The door's own check of a call, before the engine hears of it: the envelope, its version, the size of the input,
 * the name, and the input by the contract's schema. A window is trusted no further than this.
 */
import { err, ok, type Result } from '#shared/base/result.ts'
import { bridgeVersion, callRequest, type CallRequest } from '#shared/contract/bridge.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { parseCommand, parseQuery, parseRequest } from '#shared/contract/parse.ts'
import { isPlainData } from './plain-data.ts'

/** Room for the largest text that a command takes, several times over. */
const inputLimits = { maxCharacters: 1_000_000, maxValues: 20_000, maxDepth: 12 }

const parsers = { command: parseCommand, query: parseQuery, request: parseRequest }

/** The request as it came, to be handed on; the engine parses it again, for it also takes calls from elsewhere. */
export function checkRequest(value: unknown): Result<CallRequest, CallError> {
  if (!isPlainData(value, inputLimits)) return refused('', 'too-large')
  const version = versionOf(value)
  if (version !== null && version !== bridgeVersion) return err({ type: 'unsupported-version', version })
  const envelope = callRequest.safeParse(value)
  if (!envelope.success) {
    const issue = envelope.error.issues[0]
    return refused(issue?.path.map(String).join('.') ?? '', issue?.code ?? 'invalid')
  }
  const { kind, name, input } = envelope.data
  const parsed = parsers[kind](name, input)
  return parsed.ok ? ok(envelope.data) : parsed
}

/** Read before the rest, since the envelope of another version may look otherwise. */
function versionOf(value: unknown): number | null {
  const version = typeof value === 'object' && value !== null && 'version' in value ? value.version : null
  return Number.isSafeInteger(version) ? (version as number) : null
}

function refused(path: string, code: string): Result<never, CallError> {
  return err({ type: 'invalid-input', issues: [{ path: path.slice(0, 200), code }] })
}
