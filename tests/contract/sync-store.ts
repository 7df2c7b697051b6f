/** What every SyncStore keeps to. Called with a maker of empty stores of which each test gets its own. */
import { describe, expect, test } from 'vitest'
import {
  asId,
  type DocId,
  type PersonId,
  type SpaceId,
  type TicketId,
  type UpdateId,
} from '#shared/base/ids.ts'
import { createRandom } from '#shared/base/random.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import type { NewEntry, SyncStore } from '../../src-server/feed/sync-store.ts'

export interface StoreUnderTest {
  readonly store: SyncStore
  readonly workspaceId: Parameters<SyncStore['findDocument']>[0]
  readonly otherWorkspaceId: Parameters<SyncStore['findDocument']>[0]
  addSpace(workspaceId: StoreUnderTest['workspaceId'], kind: string): SpaceId
  /** The same data, as the next process finds it. */
  reopen(): SyncStore
  /** All bytes in all files. */
  files(): readonly Buffer[]
}

const random = createRandom(3)
let time = Date.UTC(2026, 0, 1)
const ids = createUlidFactory(
  () => ++time,
  () => random.int(0, 255),
)
const nextId = <T extends Ulid>() => asId<T>(ids.next())
const docId = 'article/01ARZ3NDEKTSV4RRFFQ69G5FAV' as DocId
const otherDocId = 'article/01ARZ3NDEKTSV4RRFFQ69G5FAW' as DocId
const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const alice = nextId<PersonId>()
const bob = nextId<PersonId>()
const all = { entries: 1_000, bytes: 10_000_000 }

const update = (text: string, doc = docId): NewEntry => ({
  type: 'update',
  entryId: nextId<UpdateId>(),
  docId: doc,
  payload: bytes(text),
})
const snapshot = (text: string, doc = docId, erases = false): NewEntry => ({
  ...{ type: 'snapshot', entryId: nextId<UpdateId>(), docId: doc, erases },
  payload: bytes(text),
})

export function describeSyncStore(name: string, create: () => StoreUnderTest): void {
  const setUp = () => {
    const made = create()
    const spaceId = made.addSpace(made.workspaceId, 'channel')
    const append = (entry: NewEntry, space = spaceId, author: PersonId | null = alice) =>
      made.store.transaction((writer) => writer.append(space, entry, author))
    const texts = (store = made.store, space = spaceId, after = 0) =>
      store
        .page(space, after, all)
        .entries.map((entry) => ('payload' in entry ? Buffer.from(entry.payload).toString() : entry.type))
    return { ...made, spaceId, append, texts }
  }

  describe(`${name} as a SyncStore`, () => {
    test('numbers the entries of each space from 1 in the order of commit [S1]', () => {
      const { store, workspaceId, addSpace, spaceId, append } = setUp()
      const other = addSpace(workspaceId, 'channel')
      expect(store.head(spaceId)).toBe(0)
      expect(append(update('a'))).toEqual({ seq: 1, isNew: true, spaceId })
      expect(append(update('b', otherDocId), other).seq).toBe(1)
      expect(append(update('c')).seq).toBe(2)
      expect([store.head(spaceId), store.head(other)]).toEqual([2, 1])
    })

    test('gives back every type of entry as it was', () => {
      const { store, spaceId, append, addSpace, workspaceId } = setUp()
      const movedTo = addSpace(workspaceId, 'channel')
      const record = { type: 'record', recordType: 'space', recordId: spaceId, body: '{"kind":"ä"}' } as const
      const entries: NewEntry[] = [
        { ...record, entryId: nextId<UpdateId>() },
        update('a'),
        snapshot('b'),
        snapshot('c', docId, true),
        { type: 'tombstone', entryId: nextId<UpdateId>(), docId, movedTo },
        { type: 'tombstone', entryId: nextId<UpdateId>(), docId, movedTo: null },
      ]
      for (const entry of entries) append(entry)
      const plain = store
        .page(spaceId, 0, all)
        .entries.map((entry) =>
          'payload' in entry ? { ...entry, payload: new Uint8Array(entry.payload) } : entry,
        )
      expect(plain).toEqual(entries.map((entry, i) => ({ ...entry, seq: i + 1 })))
    })

    test('remembers an item for ever: the second time it answers as the first [P4]', () => {
      const { store, spaceId, append, reopen, addSpace, workspaceId, texts } = setUp()
      const entry = update('a')
      append(entry)
      append(update('b'))
      const other = addSpace(workspaceId, 'channel')
      expect(append(entry, other)).toEqual({ seq: 1, isNew: false, spaceId })
      expect(store.findItem(entry.entryId)).toEqual({ spaceId, seq: 1 })
      const seq = append(snapshot('ab')).seq
      store.transaction((writer) => writer.dropEntriesBelow(spaceId, docId, seq))
      const later = reopen()
      expect(later.transaction((writer) => writer.append(spaceId, entry, alice))).toMatchObject({ seq: 1 })
      expect(texts(later)).toEqual(['ab'])
    })

    test('keeps all of a transaction or nothing of it', () => {
      const { store, spaceId, texts, append, workspaceId } = setUp()
      append(update('before'))
      const lost = update('lost', otherDocId)
      const work = () =>
        store.transaction((writer) => {
          writer.append(spaceId, lost, alice)
          writer.giveTicketNumber(workspaceId, nextId<TicketId>())
          throw new Error('no')
        })
      expect(work).toThrow('no')
      expect(texts()).toEqual(['before'])
      expect(store.findItem(lost.entryId)).toBeNull()
      expect(store.findDocument(workspaceId, otherDocId)).toBeNull()
      expect(append(lost)).toMatchObject({ seq: 2, isNew: true })
      const number = store.transaction((writer) => writer.giveTicketNumber(workspaceId, nextId<TicketId>()))
      expect(number).toEqual({ number: 1, isNew: true })
    })

    test('undoes a failed transaction within another alone', () => {
      const { store, spaceId, texts } = setUp()
      store.transaction((writer) => {
        writer.append(spaceId, update('a'), alice)
        const inner = () =>
          store.transaction((innerWriter) => {
            innerWriter.append(spaceId, update('b'), alice)
            throw new Error('no')
          })
        expect(inner).toThrow('no')
        writer.append(spaceId, update('c'), alice)
      })
      expect(texts()).toEqual(['a', 'c'])
      expect(store.head(spaceId)).toBe(2)
    })

    test('reads pages up to both limits, but one entry at least [S2]', () => {
      const { store, spaceId, append } = setUp()
      for (let i = 0; i < 10; i++) append(update('x'.repeat(1_000)))
      const page = (after: number, entries: number, size: number) => {
        const { entries: found, upTo, head } = store.page(spaceId, after, { entries, bytes: size })
        return [found.length, upTo, head]
      }
      expect(page(0, 4, 1_000_000)).toEqual([4, 4, 10])
      expect(page(0, 100, 3_700)).toEqual([3, 3, 10])
      expect(page(0, 100, 1)).toEqual([1, 1, 10])
      expect(page(8, 2, 1_000_000)).toEqual([2, 10, 10])
      expect(page(8, 100, 1_000_000)).toEqual([2, 10, 10])
      expect(page(10, 100, 1_000_000)).toEqual([0, 10, 10])
    })

    test('reaches to the head where the last entries were compacted away [S2]', () => {
      const { store, spaceId, append } = setUp()
      append(update('a'))
      append(update('b'))
      store.transaction((writer) => writer.dropEntriesBelow(spaceId, docId, 3))
      expect(store.page(spaceId, 0, all)).toEqual({ entries: [], upTo: 2, head: 2 })
    })

    test('knows nothing of spaces and documents that are not there', () => {
      const { store, workspaceId } = setUp()
      const nowhere = nextId<SpaceId>()
      expect(store.head(nowhere)).toBe(0)
      expect(store.findSpace(nowhere)).toBeNull()
      expect(store.page(nowhere, 5, all)).toEqual({ entries: [], upTo: 5, head: 0 })
      expect(store.documentLog(nowhere, docId)).toEqual([])
      expect(store.findDocument(workspaceId, docId)).toBeNull()
      expect(store.soleAuthor(nowhere, docId)).toBeNull()
    })

    test('keeps documents of the same id apart by workspace', () => {
      const { store, workspaceId, otherWorkspaceId, addSpace, append, spaceId } = setUp()
      const foreign = addSpace(otherWorkspaceId, 'channel')
      append(update('ours'))
      append(update('theirs'), foreign)
      expect(store.findDocument(workspaceId, docId)).toEqual({ spaceId, isDeleted: false })
      expect(store.findDocument(otherWorkspaceId, docId)).toEqual({ spaceId: foreign, isDeleted: false })
      expect(store.documentLog(foreign, docId)).toHaveLength(1)
    })

    test('drops what is in a snapshot, of that document and space alone [S9]', () => {
      const { store, spaceId, append, texts } = setUp()
      append(update('a'))
      append(update('other', otherDocId))
      append(update('b'))
      const { seq } = append(snapshot('ab'))
      append(update('c'))
      store.transaction((writer) => writer.dropEntriesBelow(spaceId, docId, seq))
      expect(texts()).toEqual(['other', 'ab', 'c'])
      const log = (after?: number) =>
        store.documentLog(spaceId, docId, after).map(({ payload }) => Buffer.from(payload).toString())
      expect(log()).toEqual(['ab', 'c'])
      expect(log(seq)).toEqual(['c'])
    })

    test('moves a document: its old entries go, both spaces tell of it [S11]', () => {
      const { store, spaceId, append, addSpace, workspaceId, texts } = setUp()
      const target = addSpace(workspaceId, 'channel')
      for (let i = 0; i < 5; i++) append(update('elsewhere', otherDocId), target)
      append(update('a'))
      store.transaction((writer) => {
        const tombstone = { type: 'tombstone', entryId: nextId<UpdateId>(), docId, movedTo: target } as const
        const { seq } = writer.append(spaceId, tombstone, alice)
        writer.dropEntriesBelow(spaceId, docId, seq)
        writer.placeDocument(workspaceId, docId, { spaceId: target, isDeleted: false })
        writer.append(target, snapshot('a'), alice)
      })
      expect(texts()).toEqual(['tombstone'])
      expect(store.findDocument(workspaceId, docId)).toEqual({ spaceId: target, isDeleted: false })
      store.transaction((writer) => writer.dropEntriesBelow(target, docId, 100))
      expect(texts(), 'the tombstone stays, whatever its number').toEqual(['tombstone'])
    })

    test('remembers a deleted document', () => {
      const { store, spaceId, append, workspaceId, reopen } = setUp()
      append(update('a'))
      store.transaction((writer) => writer.placeDocument(workspaceId, docId, { spaceId, isDeleted: true }))
      expect(reopen().findDocument(workspaceId, docId)).toEqual({ spaceId, isDeleted: true })
    })

    test('says who wrote all of a document', () => {
      const { store, spaceId, append } = setUp()
      append(update('a'))
      append(update('b'))
      expect(store.soleAuthor(spaceId, docId)).toBe(alice)
      append(update('c', otherDocId), spaceId, null)
      expect(store.soleAuthor(spaceId, otherDocId)).toBeNull()
      append(update('d'), spaceId, bob)
      expect(store.soleAuthor(spaceId, docId)).toBeNull()
    })

    test('gives every ticket one number, the next of its workspace [P11]', () => {
      const { store, workspaceId, otherWorkspaceId } = setUp()
      const [first, second] = [nextId<TicketId>(), nextId<TicketId>()]
      const give = (ticketId: TicketId, workspace = workspaceId) =>
        store.transaction((writer) => writer.giveTicketNumber(workspace, ticketId))
      expect(give(first)).toEqual({ number: 1, isNew: true })
      expect(give(second)).toEqual({ number: 2, isNew: true })
      expect(give(first)).toEqual({ number: 1, isNew: false })
      expect(give(first, otherWorkspaceId)).toEqual({ number: 1, isNew: true })
    })

    test('finds documents whose log has grown as large as their snapshot, each in its turn', () => {
      const { store, append, reopen } = setUp()
      const docs = ['1', '2', '3'].map((n) => `article/01ARZ3NDEKTSV4RRFFQ69G5FB${n}` as DocId)
      for (const doc of docs) for (let i = 0; i < 40; i++) append(update('some words', doc))
      append(update('few'))
      const found = (from: SyncStore, limit: number) =>
        from.documentsToCompact(limit).map((each) => each.docId)
      expect(found(store, 10).sort()).toEqual(docs)
      expect([...found(store, 2), ...found(store, 1)].sort()).toEqual(docs)
      append(snapshot('all of it', docs[0]))
      expect(found(store, 10).sort()).toEqual(docs.slice(1))
      for (let i = 0; i < 40; i++) append(update('x', docs[0]))
      expect(found(store, 10), 'the log outgrew its snapshot again').toContain(docs[0])
      append(snapshot('x'.repeat(100_000), docs[0]))
      for (let i = 0; i < 40; i++) append(update('x', docs[0]))
      expect(found(store, 10)).not.toContain(docs[0])
      expect(found(reopen(), 10).sort()).toEqual(docs.slice(1))
    })

    test('leaves nothing of what was dropped in any file', () => {
      const { store, spaceId, append, files, reopen } = setUp()
      const docs = Array.from({ length: 30 }, (_, i) => `article/01ARZ3NDEKTSV4RRFFQ69G5${i + 100}` as DocId)
      const secret = (doc: DocId) => `SECRET of ${doc}`
      const shuffled = random.shuffle(Array.from({ length: 900 }, (_, i) => docs[i % docs.length]!))
      for (const doc of shuffled) append(update(secret(doc) + 'x'.repeat(random.int(0, 1_500)), doc))
      const erased = random.shuffle(docs).slice(0, 20)
      for (const doc of erased) {
        store.transaction((writer) => {
          const { seq } = writer.append(spaceId, snapshot('merged', doc, true), alice)
          writer.dropEntriesBelow(spaceId, doc, seq)
          writer.requirePurge()
        })
        for (let j = 0; j < 10; j++) append(update('more', doc))
      }
      const later = reopen()
      expect(later.needsPurge(), 'also after a restart').toBe(true)
      later.purge()
      expect(later.needsPurge()).toBe(false)
      const left = (doc: DocId) => files().some((file) => file.includes(secret(doc)))
      expect(docs.filter(left).sort()).toEqual(docs.filter((doc) => !erased.includes(doc)))
    })

    test('keeps its epoch [E1]', () => {
      const { store, reopen } = setUp()
      expect(store.epoch()).toHaveLength(26)
      expect(reopen().epoch()).toBe(store.epoch())
    })
  })
}
