/**
 * The bridge itself: what the preload exposes as `window.bridge`, and what travels over it. Calls go through the
 * shell, which checks who asks and what; live queries run over a MessagePort straight to the engine.
 */
import { z } from 'zod'
import type { BlobId } from '../base/blob-id.ts'
import type { LibraryFileId } from '../base/ids.ts'
import type { Result } from '../base/result.ts'
import type { TransferKind, TransferOutcome } from './article-transfer.ts'
import type { WrittenDraft } from './chat.ts'
import type { Keyed } from './define.ts'
import type { DesktopFacts, SecretStorage } from './desktop.ts'
import type { Diagnostics, ReportOptions, TextToSave } from './diagnostics.ts'
import type { CallError, OpenError } from './errors.ts'
import type { AddModelFileOutcome } from './models.ts'
import type { MenuAction } from './menu-keys.ts'
import type { OwnWordsChange, OwnWordsNews, OwnWordsOutcome } from './own-words.ts'
import type { Preferences, PreferencesChange } from './preferences.ts'
import type { SettingsFile, SettingsFileError } from './settings-file.ts'
import type { FlagChannel, FlagStates } from '../flags/flags.ts'
import type { ShowTarget, WindowView } from './window-view.ts'

export const bridgeVersion = 1

/** One call. `id` lets the caller cancel it. */
export const callRequest = z.strictObject({
  version: z.int(),
  id: z.string().min(1).max(64),
  kind: z.enum(['command', 'query', 'request']),
  name: z.string().max(100),
  input: z.unknown(),
  timeoutMs: z.int().min(1).max(600_000).optional(),
})
export type CallRequest = z.input<typeof callRequest>
export type CallResponse = Result<unknown, CallError>

/** How the engine is; the window says so whenever it is not `ready`. */
export type EngineState =
  | { readonly type: 'starting' }
  /** Sample work is being made. */
  | { readonly type: 'preparing'; readonly done: number; readonly total: number }
  | { readonly type: 'ready'; readonly generation: number }
  | { readonly type: 'restarting'; readonly attempt: number }
  | { readonly type: 'failed'; readonly error: OpenError | { readonly type: 'crashed' } }

/** What a person can ask of the shell where the workspace cannot be opened. */
export const recoveryActions = ['retry', 'restore-backup', 'start-empty', 'show-folder', 'quit'] as const
export type RecoveryAction = (typeof recoveryActions)[number]

/** From the window to the engine, over the port. */
export const liveRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('subscribe'),
    subscription: z.int().min(0),
    name: z.string().max(100),
    input: z.unknown(),
  }),
  /** The same subscription with other input: the answer is a diff against what the window has. */
  z.strictObject({ type: z.literal('change'), subscription: z.int().min(0), input: z.unknown() }),
  z.strictObject({ type: z.literal('unsubscribe'), subscription: z.int().min(0) }),
  /** The window has applied everything up to `revision`: the next diff may come. */
  z.strictObject({ type: z.literal('ack'), subscription: z.int().min(0), revision: z.int().min(0) }),
])
export type LiveRequest = z.input<typeof liveRequest>

/** From the engine to the window, over the port. */
export type LiveResponse =
  | { readonly type: 'diff'; readonly subscription: number; readonly revision: number; readonly diff: Diff }
  | { readonly type: 'error'; readonly subscription: number; readonly error: CallError }

/** What changed between two results of a query. Rows that are neither named nor removed stay in their order. */
export interface Diff {
  /** Present where it changed. */
  readonly meta?: { readonly value: unknown }
  readonly removed: readonly string[]
  /** In the new order; `after` is the key of the row before it, null for the first. */
  readonly placed: readonly { readonly row: Keyed; readonly after: string | null }[]
  /** Rows that changed and keep their place. */
  readonly changed: readonly Keyed[]
}

export interface AppInfo {
  readonly version: string
  readonly electron: string
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly profile: string
  readonly dataFolder: string
  /** It lies beside the program. */
  readonly isPortable: boolean
  /** The program lies where it is carried about, and nothing of the system is changed; its data may be elsewhere. */
  readonly isCarried: boolean
  /** The system's language, as BCP 47. */
  readonly systemLanguage: string
  readonly preferences: Preferences
  /** As they are before anybody changes them. */
  readonly defaultPreferences: Preferences
  readonly demo: boolean
  readonly channel: FlagChannel
  /** Which experimental parts are on in this run. */
  readonly flags: FlagStates
  /** A language for developers in place of the person's: see src-shared/locales/pseudo.ts. */
  readonly pseudoLocale: 'en-XA' | 'en-XB' | null
  /** What this window shows, for its whole life. */
  readonly view: WindowView
}

/** Commands of the native menu and the tray that the window carries out. */
export type { MenuAction }

/** One of the workspaces that this profile has, each in a folder of its own. */
export interface WorkspaceEntry {
  /** The folder's; not the WorkspaceId, which a workspace has only once it was set up. */
  readonly id: string
  /** As last known; empty for one that was never set up. */
  readonly name: string
  readonly hasServer: boolean
  /** Something unread waits there, as far as the shell has looked. */
  readonly hasUnread: boolean
  /** Where the person last was in it, as a route of the renderer. */
  readonly lastRoute: string
}

export interface WorkspacesState {
  /** The one that the window shows: all calls and live queries are its. */
  readonly current: string
  readonly list: readonly WorkspaceEntry[]
}

export interface FoundElsewhere {
  /** The folder's, as in WorkspaceEntry. */
  readonly id: string
  readonly name: string
}

/** The folder of the workspace that every profile has. */
export const firstWorkspace = 'workspace'
export const workspaceFolderId = z.string().regex(/^(workspace|[0-9a-f]{12})$/)

/** A `File` of the page, as far as the bridge needs it. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** What came of saving or opening a file. */
export type FileOutcome = 'done' | 'cancelled' | 'missing' | 'disk-full' | 'no-program' | 'failed'

/** What to print, and what to call the file of a PDF. */
export interface PrintRequest {
  readonly what: 'print' | 'pdf'
  readonly name: string
}

/** `window.bridge`: all that a window can reach. */
export interface Bridge {
  readonly info: AppInfo
  call(request: CallRequest): Promise<CallResponse>
  cancel(id: string): void
  /** Messages to the engine; dropped while there is none. */
  sendLive(request: LiveRequest): void
  onLive(listener: (response: LiveResponse) => void): () => void
  /** Calls at once with the present state, then on each change. After `ready` all subscriptions must be made anew. */
  onEngineState(listener: (state: EngineState) => void): () => void
  updatePreferences(change: PreferencesChange): Promise<Preferences>
  onPreferences(listener: (preferences: Preferences) => void): () => void
  /** What was chosen before anybody listened is told to the first that does. */
  onMenuAction(listener: (action: MenuAction) => void): () => void
  /**
   * Opens a window with this view, or brings the one that has it to the front.
   * @param target what to show in it; left out: nothing in particular
   */
  openView(view: WindowView, target?: ShowTarget): void
  /**
   * What the main window showed when the program ended, as it gave it to `keepScreen`: told once, and null where there is
   * nothing, which it always is for other windows. It may be out of date, and is to be replaced by what the engine says.
   */
  onKeptScreen(listener: (kept: string | null) => void): () => void
  /** Leaves this for the next start (at most `maxKeptScreenLength`). Heard only of the main window while the program ends. */
  keepScreen(kept: string): void
  /** Tells the other windows what a draft is now, stored or sent, so that they do not write over it. */
  shareDraft(draft: WrittenDraft): void
  onDraft(listener: (draft: WrittenDraft) => void): () => void
  /**
   * In quick capture's window: puts it out of sight.
   * @param isKept what is in it could not be saved, and is nowhere else
   */
  hideCapture(isKept: boolean): void
  /** In quick capture's window: it came up again. */
  onCaptureShown(listener: () => void): () => void
  /** Whether a picture, and no text, lies in the clipboard; elsewhere than in quick capture's window never. */
  hasClipboardPicture(): Promise<boolean>
  /** In quick capture's window: pastes where the focus is, as the key does. */
  pasteClipboard(): void
  /** Brings the main window to the front and shows this in it. */
  showInMain(target: ShowTarget): void
  /** Brings the main window to the front and has it do this, as if it was chosen in the menu. */
  doInMain(action: MenuAction): void
  /** What another window asked this one to show. */
  onShowRoute(listener: (target: ShowTarget) => void): () => void
  recover(action: RecoveryAction): Promise<void>
  /** How the program is doing, as of now. */
  diagnostics(): Promise<Diagnostics>
  /** The text of a report, for the person to read. It goes nowhere by this. */
  makeReport(options: ReportOptions): Promise<string>
  /** False where something could not be deleted. */
  deleteLogs(): Promise<boolean>
  /** Shows the system's dialog, and saves the text where the person says. */
  saveText(text: TextToSave): Promise<FileOutcome>
  /** What a file of settings would change; changes nothing. */
  readSettings(text: string): Promise<Result<SettingsFile, SettingsFileError>>
  /** The words that the person added to the spell checker's dictionary, in no order that means anything. */
  ownWords(): Promise<readonly string[]>
  changeOwnWords(change: OwnWordsChange): Promise<OwnWordsOutcome>
  onOwnWords(listener: (news: OwnWordsNews) => void): () => void
  /** Opens the log folder in the system's file manager. */
  showLogs(): Promise<void>
  /**
   * Calls at once with the present list where it is known, then on each change. Where `current` is another one, the
   * engine's state that follows is that of the other workspace: nothing that was known holds any more.
   */
  onWorkspaces(listener: (state: WorkspacesState) => void): () => void
  /** Shows another workspace. Calls of the one before end as `cancelled`. */
  openWorkspace(id: string): void
  /** Shows a fresh folder, which begins with its first run. */
  addWorkspace(): void
  /** Takes a folder that was never set up off the list; any other stays. Nothing is deleted. */
  forgetWorkspace(id: string): void
  /**
   * Which place is in view, as in Notice (`channel/{ChannelId}`, `ticket/{TicketId}`), or `article/{ArticleId}`; null for none. Nobody is notified
   * of what they have before their eyes.
   */
  shows(place: string | null): void
  /** Which other workspace of this profile has what a link (PlaceLink) leads to; null for none. Nothing is shown by it. */
  findElsewhere(link: string): Promise<FoundElsewhere | null>
  desktop(): Promise<DesktopFacts>
  /** False where the system shows none. */
  testNotification(): Promise<boolean>
  /** Links that were opened outside: to a server (`outpost://join/...`, `outpost://setup/...`), or to a place (PlaceLink). */
  onServerLink(listener: (link: string) => void): () => void
  secretStorage(): Promise<SecretStorage>
  /** The network came back, as the window sees it. */
  wake(): void
  /** Shows the system's dialog; what the person chooses comes onto the draft (`draftFile.list`). */
  chooseFiles(draftKey: string): Promise<void>
  /** What was dropped or pasted comes onto the draft. Answers how many were too large to come from the clipboard. */
  attachFiles(draftKey: string, files: readonly DroppedFile[]): Promise<number>
  /** Shows the system's dialog; the model comes from the folder that the person chooses (`model.list` says how it goes). */
  addModel(modelId: string): Promise<void>
  /** Shows the system's dialog; the language model's file that the person chooses is added (`provider.list`). */
  addModelFile(): Promise<AddModelFileOutcome>
  /** Shows the system's dialog; what the person chooses is added to the library (`library.roots`). */
  addLibrary(kind: 'files' | 'folder'): Promise<void>
  /** Adds files and folders that were dropped. Answers how many of them lie on no disk or are too many, and were not taken. */
  dropLibrary(files: readonly DroppedFile[]): number
  /** Opens the file itself in the system's program for it; asks first where it could be one itself. */
  openLibraryFile(id: LibraryFileId): Promise<FileOutcome>
  /** Shows it in the system's file manager. */
  showLibraryFile(id: LibraryFileId): Promise<FileOutcome>
  /** Saves a copy where the person says. */
  saveFile(blob: { readonly id: BlobId; readonly name: string }): Promise<FileOutcome>
  /** Opens a copy in the system's program for it; asks first where it could be one itself. */
  openFile(blob: { readonly id: BlobId; readonly name: string }): Promise<FileOutcome>
  /** Prints the page as its print styles show it, or saves that as a PDF where the person says. */
  printPage(request: PrintRequest): Promise<FileOutcome>
  /** All articles into a folder that the person chooses, or those of one into the workspace. */
  transferArticles(kind: TransferKind): Promise<TransferOutcome>
}
