/** Files to attach, and the ways tests look at what became of them. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { BlobId } from '#shared/base/blob-id.ts'
import type { ChannelId, MessageId } from '#shared/base/ids.ts'
import type { AttachmentRow, DraftFileRow } from '#shared/contract/attachments.ts'
import type { World } from './engine-world.ts'
import { temporaryFolder } from './temp-folder.ts'

/** The smallest picture there is: one transparent pixel. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Bytes that look random and are the same each time. */
export function someBytes(size: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(size)
  let state = seed
  for (let at = 0; at < size; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    bytes[at] = state >>> 16
  }
  return bytes
}

export const idOf = (bytes: Uint8Array): BlobId => createHash('sha256').update(bytes).digest('hex') as BlobId

/** A file of a test's own. */
export function writeFile(name: string, bytes: Uint8Array | string): string {
  const file = path.join(temporaryFolder(), name)
  fs.writeFileSync(file, bytes)
  return file
}

export const blobPath = (folder: string, id: BlobId): string => path.join(folder, 'blobs', id.slice(0, 2), id)

export async function attach(
  world: World,
  draftKey: string,
  name: string,
  bytes: Uint8Array,
): Promise<DraftFileRow> {
  await world.engine.attach(draftKey, [{ name, path: writeFile('source', bytes) }])
  const { rows } = await world.ask('draftFile.list', { draftKey })
  const row = rows.at(-1)
  if (!row) throw new Error('nothing hangs on the draft')
  return row
}

/** Attaches and sends; tells the message's id. */
export async function sendFile(
  world: World,
  channelId: ChannelId,
  name: string,
  bytes: Uint8Array,
): Promise<MessageId> {
  const row = await attach(world, `channel/${channelId}`, name, bytes)
  if (row.state.type !== 'ready') throw new Error(`not ready: ${JSON.stringify(row.state)}`)
  const messageId = world.nextId<MessageId>()
  world.must('chat.send', { channelId, messageId, text: '', attachments: [{ id: row.state.id, name }] })
  return messageId
}

/** The attachments of a channel's newest message that has any; those of one message where it is named. */
export async function attachmentsOf(
  world: World,
  channelId: ChannelId,
  messageId?: MessageId,
): Promise<readonly AttachmentRow[]> {
  const { rows } = await world.ask('chat.messages', { channelId })
  const found = rows.findLast((row) => (messageId ? row.key === messageId : row.attachments.length > 0))
  return found?.attachments ?? []
}

/** Waits until the newest attachment is in this state, and gives it. */
export async function untilState(
  world: World,
  channelId: ChannelId,
  type: AttachmentRow['state']['type'],
  timeout = 15_000,
): Promise<AttachmentRow> {
  let last: AttachmentRow | undefined
  await expect
    .poll(
      async () => {
        last = (await attachmentsOf(world, channelId)).at(-1)
        return last?.state.type === type ? type : JSON.stringify(last?.state ?? null)
      },
      { timeout, interval: 10 },
    )
    .toBe(type)
  if (!last) throw new Error('there is one')
  return last
}
