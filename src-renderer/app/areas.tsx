/**
 * The areas, each a chunk of its own. The first one is loaded before the window draws, the rest while it idles, so a
 * change of area waits for nothing.
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
import { areas, type Area } from '../state/routes.ts'

const loaders: { readonly [A in Area]: () => Promise<ComponentType> } = {
  inbox: async () => (await import('../features/inbox/inbox-area.tsx')).InboxArea,
  chat: async () => (await import('../features/chat/chat-area.tsx')).ChatArea,
  tickets: async () => (await import('../features/tickets/tickets-area.tsx')).TicketsArea,
  knowledge: async () => (await import('../features/knowledge/knowledge-area.tsx')).KnowledgeArea,
  search: async () => (await import('../features/search/search-area.tsx')).SearchArea,
  ask: async () => (await import('../features/ask/ask-area.tsx')).AskArea,
  settings: async () => (await import('../features/settings/settings-area.tsx')).SettingsArea,
}

const loaded = new Map<Area, ComponentType>()
const lazyAreas = new Map(areas.map((area) => [area, lazy(async () => ({ default: await loadArea(area) }))]))

export async function loadArea(area: Area): Promise<ComponentType> {
  const component = loaded.get(area) ?? (await loaders[area]())
  loaded.set(area, component)
  return component
}

export function prefetchAreas(): void {
  // A chunk that cannot be read fails where it is needed, in front of the person, with a way to try again.
  for (const area of areas) loadArea(area).catch(() => undefined)
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
