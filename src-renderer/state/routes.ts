/**
 * Where in the window a person is, as a value and as a string: `tickets/mine/01J...`, `chat/01J.../01J...`,
 * `search/all/printer%20state%3Aopen`. The string is what preferences keep, and what links will hold.
 * Invariant: `parseRoute(formatRoute(route))` equals `route`; text that is no route parses to null.
 */
import type {
  ArticleId,
  ChannelId,
  EntryId,
  LibraryFileId,
  MessageId,
  QuestionId,
  QueueId,
  TicketId,
} from '#shared/base/ids.ts'
import { isUlid, type Ulid } from '#shared/base/ulid.ts'
import type { SearchScope } from '#shared/contract/search.ts'
import type { BuiltInView } from '#shared/contract/tickets.ts'

export type TicketsView = BuiltInView | { readonly queueId: QueueId }

export type Route =
  | { readonly area: 'inbox' }
  | { readonly area: 'chat'; readonly channelId?: ChannelId; readonly messageId?: MessageId }
  | {
      readonly area: 'tickets'
      readonly view: TicketsView
      readonly ticketId?: TicketId
      readonly entryId?: EntryId
    }
  | {
      readonly area: 'knowledge'
      readonly articleId?: ArticleId
      readonly fileId?: never
      readonly files?: never
    }
  | {
      readonly area: 'knowledge'
      readonly fileId: LibraryFileId
      readonly articleId?: never
      readonly files?: never
    }
  /** The files of this device, none of them open. */
  | { readonly area: 'knowledge'; readonly files: true; readonly articleId?: never; readonly fileId?: never }
  | { readonly area: 'ask'; readonly questionId?: QuestionId }
  | { readonly area: 'search'; readonly text: string; readonly scope: SearchScope }
  | {
      readonly area: 'settings'
      readonly section?: SettingsSection
      /** One of its settings, to be shown and marked. Of one that is not there (any more) the section is shown. */
      readonly setting?: string
    }

export type Area = Route['area']
export type RouteOf<A extends Area> = Extract<Route, { readonly area: A }>

export const areas = [
  'inbox',
  'chat',
  'tickets',
  'knowledge',
  'search',
  'ask',
  'settings',
] as const satisfies readonly Area[]

export const settingsSections = [
  'general',
  'server',
  'search',
  'notifications',
  'appearance',
  'keyboard',
  'people',
  'experimental',
  'diagnostics',
  'about',
] as const
export type SettingsSection = (typeof settingsSections)[number]
const settingName = /^[a-z][a-z0-9-]{0,39}$/

/** The contract's lists, written out: importing its values would load all its schemas into the window. */
export const ticketViews = [
  'mine',
  'unassigned',
  'active',
  'urgent',
  'pending',
  'solved',
  'all',
] as const satisfies readonly BuiltInView[]
export const searchScopes = [
  'all',
  'messages',
  'tickets',
  'articles',
  'files',
] as const satisfies readonly SearchScope[]

/** Where an area opens that nobody has been to yet. */
export const homeRoutes: { readonly [A in Area]: RouteOf<A> } = {
  inbox: { area: 'inbox' },
  chat: { area: 'chat' },
  tickets: { area: 'tickets', view: 'active' },
  knowledge: { area: 'knowledge' },
  search: { area: 'search', text: '', scope: 'all' },
  ask: { area: 'ask' },
  settings: { area: 'settings' },
}

export function formatRoute(route: Route): string {
  switch (route.area) {
    case 'inbox':
      return 'inbox'
    case 'chat':
      return join('chat', route.channelId, route.messageId)
    case 'tickets': {
      const view = typeof route.view === 'string' ? route.view : `queue-${route.view.queueId}`
      return join('tickets', view, route.ticketId, route.entryId)
    }
    case 'knowledge':
      if (route.files) return 'knowledge/files'
      return join('knowledge', route.fileId === undefined ? route.articleId : `file-${route.fileId}`)
    case 'ask':
      return join('ask', route.questionId)
    case 'search':
      return join(
        'search',
        route.scope,
        route.text === '' ? undefined : encodeURIComponent(route.text.toWellFormed()),
      )
    case 'settings':
      return join('settings', route.section, route.section === undefined ? undefined : route.setting)
  }
}

export function parseRoute(text: string): Route | null {
  const [area, first, second, third, ...rest] = text.split('/')
  if (rest.length > 0) return null
  switch (area) {
    case 'inbox':
      return first === undefined ? { area } : null
    case 'chat': {
      if (third !== undefined) return null
      const ids = parseIds<ChannelId, MessageId>(first, second)
      return ids && { area, ...named('channelId', ids[0]), ...named('messageId', ids[1]) }
    }
    case 'tickets': {
      const view = parseView(first ?? '')
      const ids = parseIds<TicketId, EntryId>(second, third)
      return view && ids && { area, view, ...named('ticketId', ids[0]), ...named('entryId', ids[1]) }
    }
    case 'knowledge': {
      if (second !== undefined) return null
      if (first === 'files') return { area, files: true }
      const fileId = first?.startsWith('file-') ? first.slice('file-'.length) : null
      if (fileId !== null) return isUlid(fileId) ? { area, fileId: fileId as LibraryFileId } : null
      const ids = parseIds<ArticleId, never>(first)
      return ids && { area, ...named('articleId', ids[0]) }
    }
    case 'ask': {
      const ids = second === undefined ? parseIds<QuestionId, never>(first) : null
      return ids && { area, ...named('questionId', ids[0]) }
    }
    case 'search': {
      const scope = searchScopes.find((known) => known === first)
      const words = decode(second ?? '')
      return scope === undefined || words === null || third !== undefined
        ? null
        : { area, scope, text: words }
    }
    case 'settings': {
      if (first === undefined) return { area }
      const section = settingsSections.find((known) => known === first)
      if (section === undefined || third !== undefined) return null
      if (second === undefined) return { area, section }
      return settingName.test(second) ? { area, section, setting: second } : null
    }
    default:
      return null
  }
}

export function isSameRoute(a: Route, b: Route): boolean {
  return formatRoute(a) === formatRoute(b)
}

/** The same place without what is open in it: where Esc leads. The route itself where nothing is open. */
export function listRoute(route: Route): Route {
  switch (route.area) {
    case 'chat':
      return { area: 'chat' }
    case 'tickets':
      return { area: 'tickets', view: route.view }
    case 'knowledge':
      return route.files || route.fileId !== undefined
        ? { area: 'knowledge', files: true }
        : { area: 'knowledge' }
    case 'ask':
      return { area: 'ask' }
    case 'settings':
      return { area: 'settings' }
    case 'inbox':
    case 'search':
      return route
  }
}

/** Whether something is open in the detail pane: in a narrow window that pane is then shown, else the list. */
export function hasDetail(route: Route): boolean {
  return !isSameRoute(route, listRoute(route))
}

function join(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('/')
}

function parseView(text: string): TicketsView | null {
  const queueId = text.startsWith('queue-') ? text.slice('queue-'.length) : null
  if (queueId !== null) return isUlid(queueId) ? { queueId: queueId as QueueId } : null
  return ticketViews.find((known) => known === text) ?? null
}

function parseIds<First extends Ulid, Second extends Ulid>(
  first: string | undefined,
  second?: string,
): readonly [First | undefined, Second | undefined] | null {
  if (first !== undefined && !isUlid(first)) return null
  if (second !== undefined && !isUlid(second)) return null
  return [first as First | undefined, second as Second | undefined]
}

function named<Name extends string, T>(name: Name, value: T | undefined): { readonly [Key in Name]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: T }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
