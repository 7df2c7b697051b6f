/**
 * Doing things: `runCommand('chat.send', {...})` answers with a Result and says in a toast what went wrong;
 * `runRequest('server.join', {...})` does the same with what only the server can do;
 * `undoable(...)` does something that the person can take back, by the toast's button or by Mod+Z.
 */
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
  RequestInput,
  RequestName,
  RequestOutput,
} from '#shared/contract/contract.ts'
import type { CallError } from '#shared/contract/errors.ts'
import type { Result } from '#shared/base/result.ts'
import type { CallOptions } from '../bridge/client.ts'
import { client } from '../bridge/window-client.ts'
import { errorSentence } from './error-sentence.ts'
import { i18n } from './i18n.ts'
import { dismissToast, showToast } from './toasts.ts'
import { createUndoStack } from './undo-stack.ts'
import { onWorkspaceEnter } from './workspaces.ts'

export interface RunOptions extends CallOptions {
  /** No toast: the caller says itself what went wrong. */
  readonly isSilent?: boolean
}

/** Runs a command. Ok means committed on this device. A failure is told to the person, in a sentence. */
export async function runCommand<Name extends CommandName>(
  name: Name,
  input: CommandInput<Name>,
  { isSilent = false, ...options }: RunOptions = {},
): Promise<Result<CommandOutput<Name>, CallError>> {
  const result = await client.command(name, input, options)
  if (!result.ok && !isSilent) reportError(result.error)
  return result
}

/** Asks the server, and waits for it: offline it fails. A failure is told to the person, in a sentence. */
export async function runRequest<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
  { isSilent = false, ...options }: RunOptions = {},
): Promise<Result<RequestOutput<Name>, CallError>> {
  const result = await client.request(name, input, options)
  if (!result.ok && !isSilent) reportError(result.error)
  return result
}

/** Asks once, for the palette and the like. Failures are the caller's to show. */
export function queryOnce<Name extends QueryName>(
  name: Name,
  input: QueryInput<Name>,
  options?: CallOptions,
): Promise<Result<QueryOutput<Name>, CallError>> {
  return client.queryOnce(name, input, options)
}

/** Tells the person in a toast. What they cancelled themselves is no news. */
export function reportError(error: CallError): void {
  // One toast for each kind: a broken disk does not fill the window with the same sentence.
  if (error.type !== 'cancelled')
    showToast({
      id: `error-${error.type === 'server' ? error.error : error.type}`,
      tone: 'danger',
      text: errorSentence(error, i18n),
    })
}

/** One for the window: Mod+Z means the latest step of all. */
const undoStack = createUndoStack()
onWorkspaceEnter(() => undoStack.clear())

/**
 * Does something at once, and offers to take it back.
 * @param label what was done, in the past, in the person's language: "Message deleted"
 * @param doIt usually one `runCommand`; nothing is offered where it fails
 * @param undoIt the opposite; its failures are told like any other
 */
export async function undoable<T>(
  label: string,
  doIt: () => Promise<Result<T, CallError>>,
  undoIt: () => Promise<Result<unknown, CallError>>,
): Promise<Result<T, CallError>> {
  const result = await doIt()
  if (result.ok) offerUndo(label, () => void undoIt())
  return result
}

/** Says what was done, and offers to take it back. */
export function offerUndo(label: string, undoIt: () => void): void {
  const step = {
    undo: (): void => {
      dismissToast(toast)
      undoIt()
    },
  }
  undoStack.push(step)
  const toast = showToast({
    tone: 'success',
    text: label,
    action: { label: i18n.t('common:action.undo'), run: () => undoStack.undo(step), shortcut: 'Mod+Z' },
  })
}

/** Takes back the latest undoable step. False where there is none. */
export function undoLatest(): boolean {
  return undoStack.undoLatest()
}
