/**
 * Runs one command: parse, check, change, commit, tell. Everything between is one SQLite transaction; where it
 * fails for whatever reason nothing of it stays, in the store or in memory.
 */
import { ok, type Result } from '#shared/base/result.ts'
import type { Log } from '#shared/base/log.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { parseCommand, type ParsedCommand } from '#shared/contract/parse.ts'
import { storeError } from '../store/errors.ts'
import { articleHandlers } from './article-commands.ts'
import { askHandlers } from './ask-commands.ts'
import { attachmentHandlers } from './attachment-commands.ts'
import { attentionHandlers } from './attention-commands.ts'
import { captureHandlers } from './capture-commands.ts'
import { chatHandlers } from './chat-commands.ts'
import type { CommandContext, CommandHandlers, Handled } from './context.ts'
import { indexHandlers } from './index-commands.ts'
import { libraryHandlers } from './library-commands.ts'
import { modelHandlers } from './model-commands.ts'
import { providerHandlers } from './provider-commands.ts'
import { syncHandlers } from './sync-commands.ts'
import { ticketHandlers } from './ticket-commands.ts'
import { workspaceHandlers } from './workspace-commands.ts'

const handlers: CommandHandlers = {
  ...workspaceHandlers,
  ...chatHandlers,
  ...ticketHandlers,
  ...syncHandlers,
  ...modelHandlers,
  ...attachmentHandlers,
  ...attentionHandlers,
  ...captureHandlers,
  ...libraryHandlers,
  ...indexHandlers,
  ...articleHandlers,
  ...askHandlers,
  ...providerHandlers,
}

export interface CommandRunner {
  /** Answers after the commit; the error says what was refused and that nothing was changed. */
  execute(name: string, input: unknown): Result<unknown, CallError>
  /** Runs other work in the same frame of transaction, rollback and notification. Throws what it throws. */
  transact<T>(work: (context: CommandContext) => T): T
}

export interface CommandRunnerDeps {
  readonly context: CommandContext
  readonly log: Log
  /** Called after each commit; the keys are those of queries that it made stale, if any. */
  readonly committed: (keys: ReadonlySet<string>) => void
}

export function createCommandRunner({ context, log, committed }: CommandRunnerDeps): CommandRunner {
  const transact = <T>(work: (context: CommandContext) => T): T => {
    let result: T
    try {
      result = context.db.transaction(() => work(context))
    } catch (error) {
      context.documents.dropTouched()
      context.changed.take()
      throw error
    }
    context.documents.settle()
    const keys = context.changed.take()
    committed(keys)
    return result
  }
  return {
    transact,
    execute(name, input) {
      const parsed = parseCommand(name, input)
      if (!parsed.ok) return parsed
      try {
        return ok(transact(() => orRollBack(handle(context, parsed.value))))
      } catch (error) {
        if (error instanceof Refused) return { ok: false, error: error.reason }
        const known = storeError(error)
        log.error('command-failed', {
          name,
          error: known?.type ?? (error instanceof Error ? error.name : 'unknown'),
        })
        if (known) return { ok: false, error: known }
        log.error('bug', { stack: error instanceof Error ? stackWithoutMessage(error) : null })
        return { ok: false, error: { type: 'internal' } }
      }
    },
  }
}

/** Carries an expected refusal out through the transaction, so that it rolls back. */
class Refused extends Error {
  readonly reason: CallError
  constructor(reason: CallError) {
    super(reason.type)
    this.reason = reason
  }
}

function orRollBack<T>(result: Handled<T>): T {
  if (result.ok) return result.value
  throw new Refused(result.error)
}

function handle(context: CommandContext, command: ParsedCommand): Handled<unknown> {
  // The name picks the handler whose input the parser just made; TypeScript cannot follow that through the map.
  const handler = handlers[command.name] as (context: CommandContext, input: unknown) => Handled<unknown>
  return handler(context, command.input)
}

/** An error's message may hold what a person wrote; where it happened does not. */
function stackWithoutMessage(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join(' | ')
}
