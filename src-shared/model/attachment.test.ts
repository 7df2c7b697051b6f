import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { EntryId, MessageId, PersonId } from '../base/ids.ts'
import { readAttachments, type Attachment } from './attachment.ts'
import { appendMessage, deleteMessage, eraseMessage, readMessageById, restoreMessage } from './chat/chat.ts'
import { addNote, addReply } from './ticket/edit-ticket.ts'
import { readNotes, readReplies } from './ticket/read-ticket.ts'

const ulid = '01KAKBY200E6VXQ3M5T7Q9ZQ5T'
const file = (digit: string): Attachment =>
  ({ id: digit.repeat(64), name: `${digit}.txt`, type: 'text/plain', size: 3 }) as Attachment

describe('attachments as a peer wrote them', () => {
  test('are read where they make sense; the rest is left out', () => {
    const hostile = [
      file('a'),
      file('a'),
      { ...file('b'), id: '../../x' },
      { ...file('c'), id: 'C'.repeat(64) },
      { ...file('c'), size: -1 },
      { ...file('c'), size: 1e300 },
      { ...file('c'), size: '3' },
      { ...file('d'), name: '../../../etc/passwd\0', type: 'text/html; charset=utf-7' },
      { ...file('e'), name: 'x'.repeat(5_000), type: 42, more: 'from the future' },
      null,
      'text',
      [],
    ]
    expect(readAttachments(hostile)).toEqual([
      file('a'),
      { ...file('d'), name: 'passwd', type: 'application/octet-stream' },
      { ...file('e'), name: 'x'.repeat(200), type: 'application/octet-stream' },
    ])
  })

  test('are at most twenty, and never more work than that', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({
      ...file('0'),
      id: i.toString(16).padStart(64, '0'),
    }))
    expect(readAttachments(many)).toHaveLength(20)
  })

  test('never throw', () => {
    fc.assert(fc.property(fc.anything(), (value) => Array.isArray(readAttachments(value))))
    fc.assert(fc.property(fc.array(fc.anything()), (value) => readAttachments(value).length <= 20))
  })
})

test('a message keeps them through deletion and restoring, and loses them when it is erased', () => {
  const doc = new Y.Doc()
  const id = ulid as MessageId
  const by = ulid as PersonId
  const [topic, replyTo] = [null, null]
  appendMessage(doc, {
    id,
    authorId: by,
    text: '',
    topic,
    replyTo,
    mentions: [],
    at: 1,
    attachments: [file('a')],
  })
  const read = () => readMessageById(doc, id)?.attachments
  expect(read()).toEqual([file('a')])
  deleteMessage(doc, id, by, 2)
  restoreMessage(doc, id)
  expect(read()).toEqual([file('a')])
  eraseMessage(doc, id, by, 3)
  expect(read()).toEqual([])
})

test('replies and notes carry them; those of before have none', () => {
  const doc = new Y.Doc()
  const entry = { id: ulid as EntryId, authorId: null, text: 'text', at: 1 }
  addReply(doc, { ...entry, from: 'agent', channel: 'web', attachments: [file('a'), file('b')] })
  addNote(doc, entry)
  expect(readReplies(doc)[0]?.attachments).toEqual([file('a'), file('b')])
  expect(readNotes(doc)[0]?.attachments).toEqual([])
  expect(Object.keys(doc.getMap('notes').get(ulid) as object)).not.toContain('attachments')
})
