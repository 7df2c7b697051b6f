/**
 * The areas. The three that people start in come with the window's own file, so that its first frame waits for no other
 * (main.tsx); the rest are chunks of their own, loaded while the window idles, so a change of area waits for nothing.
 */
import {
  BookOpen,
  Inbox,
  MessageCircleQuestion,
  MessagesSquare,
  Search,
  Settings,
  Ticket,
} from 'lucide-react'
import { lazy, type ComponentType, type ReactNode } from 'react'
import { ChatArea } from '../features/chat/chat-area.tsx'
import { InboxArea } from '../features/inbox/inbox-area.tsx'
import { TicketsArea } from '../features/tickets/tickets-area.tsx'
import { areas, type Area } from '../state/routes.ts'

type LateArea = Exclude<Area, 'inbox' | 'chat' | 'tickets'>

const loaders: { readonly [A in LateArea]: () => Promise<ComponentType> } = {
  knowledge: async () => (await import('../features/knowledge/knowledge-area.tsx')).KnowledgeArea,
  search: async () => (await import('../features/search/search-area.tsx')).SearchArea,
  ask: async () => (await import('../features/ask/ask-area.tsx')).AskArea,
  settings: async () => (await import('../features/settings/settings-area.tsx')).SettingsArea,
}

const loaded = new Map<Area, ComponentType>([
  ['inbox', InboxArea],
  ['chat', ChatArea],
  ['tickets', TicketsArea],
])
const lateAreas = areas.filter((area) => area in loaders) as readonly LateArea[]
const lazyAreas = new Map<Area, ComponentType>(
  lateAreas.map((area) => [area, lazy(async () => ({ default: await load(area) }))]),
)

async function load(area: LateArea): Promise<ComponentType> {
  const component = loaded.get(area) ?? (await loaders[area]())
  loaded.set(area, component)
  return component
}

/** Null where it is there already. */
export function loadArea(area: Area): Promise<unknown> | null {
  return loaded.has(area) ? null : load(area as LateArea)
}

export function prefetchAreas(): void {
  // A chunk that cannot be read fails where it is needed, in front of the person, with a way to try again.
  for (const area of lateAreas) load(area).catch(() => undefined)
}

/** The component of an area: itself where it is loaded, else one that waits for it. Keep the first answer. */
export function areaComponent(area: Area): ComponentType {
  const component = loaded.get(area) ?? lazyAreas.get(area)
  if (!component) throw new Error(`no area ${area}`)
  return component
}

export const areaIcons: { readonly [A in Area]: ReactNode } = {
  inbox: <Inbox aria-hidden />,
  chat: <MessagesSquare aria-hidden />,
  tickets: <Ticket aria-hidden />,
  knowledge: <BookOpen aria-hidden />,
  search: <Search aria-hidden />,
  ask: <MessageCircleQuestion aria-hidden />,
  settings: <Settings aria-hidden />,
}
