/**
 * Files of composers and entries.
 *
 *   const files = useDraftFiles(`channel/${channelId}`)
 *   <DraftFiles files={files.list} onRemove={files.remove} />
 *   runCommand('chat.send', { ..., attachments: files.ready })
 *   <AttachmentList attachments={message.attachments} actions={fileActions} />
 *
 * What hangs on a draft the engine holds: it outlives the window, and the command that sends takes it off.
 */
import { useCallback, useMemo } from 'react'
import type { SpaceId } from '#shared/base/ids.ts'
import type {
  AttachmentRow,
  DraftFileRow,
  FileStorage,
  NewAttachments,
} from '#shared/contract/attachments.ts'
import type { FileOutcome } from '#shared/contract/bridge.ts'
import { client } from '../bridge/window-client.ts'
import { runCommand } from './commands.ts'
import { i18n } from './i18n.ts'
import { useLiveQuery, useLiveSelect, type LiveState } from './live.ts'
import { showToast } from './toasts.ts'

export type FilesKey = `${'channel' | 'reply' | 'note' | 'article' | 'capture'}/${string}`

export interface DraftFilesState {
  readonly list: readonly DraftFileRow[]
  /** What can be sent. */
  readonly ready: NewAttachments
  /** Nothing can be sent until it is over: what is still being copied would be left behind. */
  readonly isCopying: boolean
  /** Says so, where somebody tries. */
  readonly tellCopying: () => void
  /** Shows the system's dialog. */
  readonly choose: () => void
  /** Takes what was dropped or pasted. */
  readonly add: (files: readonly File[]) => void
  readonly remove: (key: string) => void
}

export function useDraftFiles(draftKey: FilesKey): DraftFilesState {
  const { rows } = useLiveQuery('draftFile.list', { draftKey })
  return useMemo(
    () => ({
      list: rows,
      ready: rows.flatMap(({ name, state }) => (state.type === 'ready' ? [{ id: state.id, name }] : [])),
      isCopying: rows.some(({ state }) => state.type === 'copying'),
      tellCopying: () =>
        void showToast({ id: 'files-copying', tone: 'neutral', text: i18n.t('files:waitForCopy') }),
      choose: () => void client.chooseFiles(draftKey),
      add: (files) => void addFiles(draftKey, files),
      remove: (key) => void runCommand('draftFile.discard', { draftKey, key }),
    }),
    [draftKey, rows],
  )
}

/** The same for who does not show the list. */
export function addDraftFiles(draftKey: FilesKey, files: readonly File[]): void {
  void addFiles(draftKey, files)
}

async function addFiles(draftKey: FilesKey, files: readonly File[]): Promise<void> {
  const tooLarge = await client.attachFiles(draftKey, files)
  if (tooLarge > 0) showToast({ id: 'files-too-large', tone: 'danger', text: i18n.t('files:pastedTooLarge') })
}

/** Whether all files of a channel or queue are kept on this device. */
export function useKeepsFiles(spaceId: SpaceId | null): boolean {
  const select = useCallback(
    ({ meta }: LiveState<'files.storage'>) =>
      spaceId !== null && (meta?.keptSpaces.includes(spaceId) ?? false),
    [spaceId],
  )
  return useLiveSelect('files.storage', {}, select)
}

/** Fetches all of its files and keeps them, or lets them go when there is need for room. */
export function keepFiles(spaceId: SpaceId, on: boolean): void {
  void runCommand('space.keepFiles', { spaceId, on })
}

/** How much room files take and may take; null until it is known. */
export function useFileStorage(): FileStorage | null {
  return useLiveQuery('files.storage', {}).meta ?? null
}

export function setFileLimit(bytes: number): void {
  void runCommand('files.setLimit', { bytes })
}

/** What one can do with an attachment; the same object for all, so that rows need not be drawn again. */
export const fileActions = {
  open: (file: AttachmentRow): void => void tell(client.openFile(named(file))),
  save: (file: AttachmentRow): void => void save(file),
  fetch: ({ id }: AttachmentRow): void => void runCommand('attachment.fetch', { id, on: true }),
  cancel: ({ id }: AttachmentRow): void => void runCommand('attachment.fetch', { id, on: false }),
  retry: ({ id, state }: AttachmentRow): void =>
    void (state.type === 'upload-failed'
      ? runCommand('attachment.retry', { id })
      : runCommand('attachment.fetch', { id, on: true })),
  keep: ({ id, kept }: AttachmentRow): void => void runCommand('attachment.keep', { id, on: !kept }),
}

async function save(file: AttachmentRow): Promise<void> {
  const outcome = await tell(client.saveFile(named(file)))
  if (outcome === 'done') showToast({ tone: 'success', text: i18n.t('files:outcome.saved') })
}

async function tell(work: Promise<FileOutcome>): Promise<FileOutcome> {
  const outcome = await work
  if (outcome !== 'done' && outcome !== 'cancelled') {
    showToast({ id: `file-${outcome}`, tone: 'danger', text: i18n.t(`files:outcome.${outcome}`) })
  }
  return outcome
}

/** No more than the door takes. */
const named = ({ id, name }: AttachmentRow): Pick<AttachmentRow, 'id' | 'name'> => ({ id, name })
