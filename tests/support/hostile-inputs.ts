/** Valid inputs for every command and query, and what can be done to them that should not be. */
import type { BlobId } from '#shared/base/blob-id.ts'
import type {
  ArticleId,
  ChannelId,
  EntryId,
  LibraryFileId,
  LibraryRootId,
  MessageId,
  PersonId,
  QuestionId,
  QueueId,
  TicketId,
  VersionId,
} from '#shared/base/ids.ts'
import type { Ulid } from '#shared/base/ulid.ts'
import type { CommandInput, CommandName, QueryInput, QueryName } from '#shared/contract/contract.ts'

export interface SampleIds {
  readonly channelId: ChannelId
  readonly queueId: QueueId
  readonly messageId: MessageId
  readonly ticketId: TicketId
  readonly articleId: ArticleId
  /** Of that article. */
  readonly versionId: VersionId
  readonly next: () => Ulid
}

const blobId = 'a'.repeat(64) as BlobId
/** A paragraph that an editor adds to an empty article. */
const typedUpdate = 'AQMBAAcBB2NvbnRlbnQDCXBhcmFncmFwaAcAAQAGBAABAQVIYWxsbwA='

/** One valid input for each command, with every key that it can have. */
export function sampleCommands({
  channelId,
  queueId,
  messageId,
  ticketId,
  articleId,
  versionId,
  next,
}: SampleIds): {
  [Name in CommandName]: CommandInput<Name>
} {
  const questionId = next() as QuestionId
  return {
    'workspace.create': { name: 'W', personName: 'P', channelName: 'C', queueName: 'Q' },
    'workspace.rename': { name: 'Another name' },
    'profile.update': { name: 'Mara', email: 'mara@example.org', title: 'Technikerin' },
    'people.add': { personId: next() as PersonId, name: 'Jonas', email: 'jonas@example.org' },
    'channel.create': { channelId: next() as ChannelId, name: 'Kanal', description: 'wofür' },
    'channel.update': { channelId, name: 'Kanal', description: 'wofür', archived: false },
    'chat.send': {
      channelId,
      messageId: next() as MessageId,
      text: 'hello',
      topic: 'Thema',
      replyTo: messageId,
      attachments: [],
    },
    'chat.edit': { messageId, text: 'edited' },
    'chat.delete': { messageId },
    'chat.restore': { messageId },
    'chat.erase': { messageId },
    'chat.react': { messageId, emoji: '👍', on: true },
    'chat.markRead': { channelId, upTo: messageId },
    'draft.save': { key: 'ticket/new', text: 'draft' },
    'notify.setKind': { kind: 'mention', on: false },
    'notify.setSpace': { spaceId: channelId, level: 'none' },
    'notify.setKeyword': { keyword: 'Rotor', on: true },
    'notify.setHidden': { on: true },
    'notify.setSchedule': { schedule: { days: [1, 5], from: 480, to: 1020 } },
    'notify.pause': { until: 1_800_000_000_000 },
    'notify.snooze': { type: 'ticket', id: ticketId, until: 1_900_000_000_000 },
    'attention.seen': { ticketId },
    'capture.note': { messageId: next() as MessageId, text: 'Notiz', attachments: [], notesName: 'Notizen' },
    'capture.message': { messageId: next() as MessageId, channelId, text: 'Hallo', attachments: [] },
    'capture.ticket': {
      ...{ ticketId: next() as TicketId, entryId: next() as EntryId, queueId, title: 'Titel' },
      ...{ description: 'Text', priority: 3, customerName: 'Kundin', attachments: [] },
    },
    'capture.takeBack': { messageId },
    'queue.create': { queueId: next() as QueueId, name: 'Schlange', description: 'wofür' },
    'queue.update': { queueId, name: 'Schlange', description: 'wofür', archived: false },
    'ticket.create': {
      ticketId: next() as TicketId,
      queueId,
      title: 'Titel',
      description: 'Beschreibung',
      priority: 2,
      ownerId: null,
      customerName: 'Kundin',
      customerEmail: 'kundin@example.org',
      organisation: 'Firma',
      tags: ['a', 'b'],
    },
    'ticket.update': {
      ticketId,
      fields: { title: 'Titel', state: 'open', priority: 3, ownerId: null, pendingUntil: 5 },
    },
    'ticket.updateMany': {
      ticketIds: [ticketId],
      fields: { customerName: 'K', customerEmail: 'k@e', organisation: 'F' },
    },
    'ticket.tag': { ticketId, tag: 'vpn', on: true },
    'ticket.reply': {
      ticketId,
      entryId: next() as EntryId,
      text: 'Antwort',
      from: 'agent',
      channel: 'web',
      state: 'open',
      attachments: [],
    },
    'ticket.move': { ticketId, queueId },
    'ticket.note': { ticketId, entryId: next() as EntryId, text: 'Notiz', attachments: [] },
    'sync.now': {},
    'refused.dismiss': { key: next() },
    'presence.type': { topic: `space/${channelId}`, on: true },
    'presence.point': { topic: `doc/article/${articleId}`, point: 'AAAA' },
    'ticket.settleClash': { ticketId, ownerId: null },
    'draftFile.discard': { draftKey: `channel/${channelId}`, key: next() },
    'attachment.fetch': { id: blobId, on: true },
    'attachment.retry': { id: blobId },
    'attachment.keep': { id: blobId, on: true },
    'space.keepFiles': { spaceId: channelId, on: true },
    'files.setLimit': { bytes: 1_000_000 },
    'model.fetch': { modelId: 'multilingual-e5-small' },
    'model.cancelFetch': { modelId: 'multilingual-e5-small' },
    'model.discard': { modelId: 'multilingual-e5-small' },
    'model.choose': { modelId: 'static-de-en' },
    'model.remove': { modelId: 'multilingual-e5-small' },
    'model.setAddress': { address: 'https://models.example.org/mirror' },
    'article.create': {
      articleId: next() as ArticleId,
      title: 'Artikel',
      language: 'de',
      category: 'Netz',
      section: 'Funk',
      tags: ['vpn'],
      translationOf: articleId,
      spaceName: 'Wissen',
    },
    'article.update': {
      articleId,
      fields: { title: 'Neu', category: 'Netz', section: 'Kabel', language: 'en', tags: ['a'] },
    },
    'article.publish': { articleId, versionId: next() as VersionId },
    'article.unpublish': { articleId },
    'article.archive': { articleId, on: true },
    'article.edit': { articleId, update: typedUpdate },
    'article.saveVersion': { articleId, versionId: next() as VersionId, note: 'Stand' },
    'article.restoreVersion': { articleId, versionId, keepAs: next() as VersionId },
    'article.rate': { articleId, helped: false, note: 'Bild fehlt' },
    'article.linkTicket': { articleId, ticketId, on: true },
    'article.fromTicket': {
      articleId: next() as ArticleId,
      ticketId,
      language: 'de',
      category: 'Netz',
      headings: { problem: 'Problem', solution: 'Lösung' },
      spaceName: 'Wissen',
    },
    'article.attach': { articleId, attachments: [] },
    'article.detach': { articleId, id: blobId },
    'library.remove': { rootId: next() as LibraryRootId },
    'library.rescan': { rootId: next() as LibraryRootId },
    'ask.start': { questionId, text: 'Was tun?', providerId: null },
    'ask.approve': { questionId, remember: true },
    'ask.cancel': { questionId },
    'ask.forget': { questionId },
    'ask.restore': { questionId },
    'provider.add': {
      ...{ providerId: 'p1', type: 'ollama', name: 'Modell', address: 'http://127.0.0.1:9', model: 'm' },
      ...{ contextTokens: 4_096, answerTokens: 512, allowInsecure: false, key: 'sk-1' },
      ...{ withheldKinds: ['note'], withheldSpaces: [queueId] },
    },
    'provider.update': {
      ...{ providerId: 'p1', name: 'Modell', address: 'http://127.0.0.1:9', model: 'm' },
      ...{ contextTokens: 4_096, answerTokens: 512, allowInsecure: true, key: null },
      ...{ withheldKinds: ['file'], withheldSpaces: [] },
    },
    'provider.disapprove': { providerId: 'p1' },
    'provider.remove': { providerId: 'p1' },
    'routing.withhold': { kinds: ['file', 'direct'] },
    'space.setDeviceOnly': { spaceId: queueId, on: true },
    'index.rebuild': {},
    'index.pause': { on: false },
    'index.include': { kind: 'messages', on: true },
  }
}

export function sampleQueries({
  channelId,
  queueId,
  messageId,
  ticketId,
  articleId,
  versionId,
  next,
}: SampleIds): {
  [Name in QueryName]: QueryInput<Name>
} {
  return {
    'workspace.get': {},
    'engine.status': {},
    'attention.counts': {},
    'notify.rules': {},
    'place.find': { type: 'message', id: messageId },
    'chat.channels': {},
    'chat.messages': { channelId, around: messageId, before: 10, after: 10 },
    'draft.get': { key: 'ticket/new' },
    'ticket.queues': {},
    'ticket.counts': {},
    'ticket.list': {
      filter: {
        view: 'all',
        queueId,
        states: ['new'],
        priorities: [1, 4],
        owner: 'none',
        tag: 'vpn',
        text: 'words',
      },
      sort: 'updated',
      direction: 'asc',
      offset: 0,
      limit: 10,
    },
    'ticket.get': { ticketId },
    'ticket.tags': {},
    'search.run': { text: 'words', scope: 'all', limit: 10 },
    'article.list': { language: 'de', category: 'Netz', archived: true, limit: 10 },
    'article.get': { articleId },
    'article.doc': { articleId },
    'article.languages': { articleId },
    'article.versions': { articleId },
    'article.version': { articleId, versionId },
    'article.feedback': { articleId },
    'article.tickets': { articleId },
    'ticket.articles': { ticketId },
    'inbox.list': {},
    'sync.status': {},
    'sync.waiting': {},
    'sync.refused': {},
    'presence.list': { topic: 'online' },
    'presence.points': { topic: 'online' },
    'draftFile.list': { draftKey: `channel/${channelId}` },
    'files.storage': {},
    'model.list': {},
    'library.roots': {},
    'library.files': { rootId: null, state: 'skipped', text: 'plan', limit: 10 },
    'library.file': { fileId: next() as LibraryFileId },
    'ask.get': { questionId: next() as QuestionId },
    'ask.history': { text: 'vpn', limit: 10 },
    'provider.list': {},
    'routing.get': {},
    'index.status': {},
    'search.passages': { text: 'words', types: ['article', 'file'], limit: 10 },
    'diagnostics.engine': {},
    'diagnostics.counts': {},
    'diagnostics.tables': {},
    'diagnostics.check': { table: 'messages' },
    'help.ticket': { ticketId },
    'help.draft': { title: 'The printer', text: 'prints nothing' },
  }
}

const tenMegabytes = 'x'.repeat(10_000_000)
const cyclic: Record<string, unknown> = {}
cyclic['self'] = cyclic

/** Put in the place of each value, and of the whole input. */
export const hostileValues: readonly unknown[] = [
  ...[undefined, null, true, 0, -1, 1.5, 1e300, Number.NaN, Infinity, -0, 2 ** 53, 10n, Symbol('s')],
  ...[
    [],
    {},
    [[]],
    [null],
    cyclic,
    new Date(0),
    new Map(),
    new Uint8Array(4),
    () => 'x',
    Object.create(null) as unknown,
  ],
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    'a\udfff',
    '\u202Eevil\u202C',
    '\uFEFF',
    '🙂'.repeat(300),
    'e\u0301'.repeat(500),
  ],
  ...[
    "'; DROP TABLE messages; --",
    '" OR 1=1 --',
    'NEAR("a" "b", 5)',
    'a* AND (b',
    '"unclosed',
    'title: x',
    '%_\\',
    '^a',
  ],
  ...[
    '{{text}}',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '__proto__',
    'constructor',
    'x'.repeat(50_000),
  ],
  ...['01KAKBY200E6VXQ3M5T7Q9ZQ5T', '7ZZZZZZZZZZZZZZZZZZZZZZZZZ', '00000000000000000000000000', tenMegabytes],
  JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
  { toString: () => 'x', valueOf: () => 5, toJSON: () => 'y' },
]

export interface Mutation {
  readonly what: string
  readonly input: unknown
}

/** Every single wrong thing done to one input: keys gone, keys too many, and each value by each hostile one. */
export function* mutationsOf(input: object, values: readonly unknown[] = hostileValues): Generator<Mutation> {
  for (const value of values) yield { what: `all: ${describe(value)}`, input: value }
  for (const extra of ['extra', '__proto__', 'constructor', 'toString', '']) {
    const more = { ...input }
    Object.defineProperty(more, extra, { value: 'more', enumerable: true })
    yield { what: `extra ${extra}`, input: more }
  }
  for (const path of pathsOf(input)) {
    yield { what: `without ${path.join('.')}`, input: replaced(input, path, gone) }
    for (const value of values) {
      yield { what: `${path.join('.')}: ${describe(value)}`, input: replaced(input, path, value) }
    }
  }
}

const gone = Symbol('gone')

function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsOf(inner).map((path) => [key, ...path]),
  ])
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return by
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>
  const inner = replaced(copy[key], rest, by)
  if (inner === gone) Reflect.deleteProperty(copy, key)
  else copy[key] = inner
  return copy
}

function describe(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > 30 ? `${value.slice(0, 30)}…${value.length}` : value)
  return Object.prototype.toString.call(value) + (typeof value === 'number' ? ` ${value}` : '')
}
