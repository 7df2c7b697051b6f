/**
 * Files beside messages, replies and notes. A file is first copied into the workspace's own store and hangs on a draft;
 * how it gets there the shell says (host.ts), since a window names no paths. From sending on it is an attachment.
 */
import { z } from 'zod'
import { isBlobId, type BlobId } from '../base/blob-id.ts'
import { cleanFileName } from '../base/file-name.ts'
import type { SpaceId } from '../base/ids.ts'
import { isUlid } from '../base/ulid.ts'
import type { Attachment } from '../model/attachment.ts'
import { command, query } from './define.ts'
import { limits } from './values.ts'

/** The same number as the model's, which reads no more. */
export const maxAttachments = 20

/** Why a file could not be taken, sent or fetched. */
export const fileFailures = [
  'too-large',
  'too-many',
  'unreadable',
  'not-a-file',
  'disk-full',
  'interrupted',
  'no-access',
  'damaged',
  'server-full',
  'lost',
] as const
export type FileFailure = (typeof fileFailures)[number]

/** Where the bytes of an attachment are. */
export type AttachmentState =
  /** On this device, and where there is a server, there too. */
  | { readonly type: 'here' }
  /** On this device; waits for a connection to go to the server. */
  | { readonly type: 'queued' }
  | { readonly type: 'uploading'; readonly done: number }
  /** On this device only. */
  | { readonly type: 'upload-failed'; readonly reason: FileFailure }
  | { readonly type: 'on-server' }
  | { readonly type: 'downloading'; readonly done: number }
  | { readonly type: 'download-failed'; readonly reason: FileFailure }
  /** The device that sent it has not brought it to the server yet. */
  | { readonly type: 'awaited' }
  /** Not on this device, and there is no server to ask. */
  | { readonly type: 'gone' }

export interface AttachmentRow extends Attachment {
  readonly state: AttachmentState
  /** Stays on this device whatever the limit says. */
  readonly kept: boolean
  /** The content is a picture that may be shown: only known once it is here. */
  readonly isPicture: boolean
}

export type DraftFileState =
  | { readonly type: 'copying'; readonly done: number }
  | { readonly type: 'ready'; readonly id: BlobId }
  | { readonly type: 'failed'; readonly reason: FileFailure }

export interface DraftFileRow {
  readonly key: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly state: DraftFileState
}

export interface FileStorage {
  /** Of all files on this device. */
  readonly usedBytes: number
  /** Files that can be fetched again are removed beyond this, those that were not used for the longest time first. */
  readonly limitBytes: number
  readonly files: number
  readonly keptSpaces: readonly SpaceId[]
  /** No file may be larger. */
  readonly maxFileBytes: number
}

export const blobId = z.custom<BlobId>(isBlobId, 'not a blob id')

/** What a draft's files can hang on. */
export const draftFilesKey = z
  .string()
  .max(limits.draftKey)
  .regex(/^(channel|reply|note|article|capture)\/[0-9A-Za-z]+$/)

/** What is sent along. Size and type are not asked for: the store knows them. */
export const attachmentList = z
  .array(
    z.strictObject({
      id: blobId,
      name: z.string().max(5_000).transform(cleanFileName),
    }),
  )
  .max(maxAttachments)
  .default([])
export type NewAttachments = z.output<typeof attachmentList>

/** An entry has text or at least one file. */
export const saysSomething = (entry: {
  readonly text: string
  readonly attachments: readonly unknown[]
}): boolean => entry.text.trim() !== '' || entry.attachments.length > 0

const fileKey = z.string().max(40)
const spaceId = z.custom<SpaceId>(isUlid, 'not an id')
const gibibyte = 1024 ** 3

export const attachmentCommands = {
  /** Takes a file off a draft; ends its copying. */
  'draftFile.discard': command(z.strictObject({ draftKey: draftFilesKey, key: fileKey })),
  /** Fetches a file from the server as soon as it can be had, or stops that. */
  'attachment.fetch': command(z.strictObject({ id: blobId, on: z.boolean() })),
  /** Tries again to bring a file to the server. */
  'attachment.retry': command(z.strictObject({ id: blobId })),
  'attachment.keep': command(z.strictObject({ id: blobId, on: z.boolean() })),
  /** Fetches all files of a channel or queue, and keeps them. */
  'space.keepFiles': command(z.strictObject({ spaceId, on: z.boolean() })),
  'files.setLimit': command(
    z.strictObject({
      bytes: z
        .int()
        .min(0)
        .max(1024 * gibibyte),
    }),
  ),
}

export const attachmentQueries = {
  'draftFile.list': query<null, DraftFileRow>()(z.strictObject({ draftKey: draftFilesKey })),
  'files.storage': query<FileStorage, never>()(z.strictObject({})),
}
