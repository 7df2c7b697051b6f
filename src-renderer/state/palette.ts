/**
 * What the palette finds: commands (all shortcuts that can be carried out now are among them without further ado),
 * and sources that are asked with each key.
 *
 *   usePaletteSource({ id: 'channels', search: (query) => channels.filter(...) })
 */
import { useEffect, useState, type ReactNode } from 'react'
import type { PlaceLink } from '#shared/base/place-link.ts'

export type PaletteGroup =
  'recent' | 'commands' | 'main' | 'channels' | 'tickets' | 'articles' | 'people' | 'meaning' | 'ask'

export interface PaletteItem {
  /** Unique in the whole palette. */
  readonly id: string
  readonly group: PaletteGroup
  readonly label: string
  /** A quiet second part: queue, category, state. */
  readonly detail?: string
  readonly icon?: ReactNode
  readonly keys?: string
  /** More words that it is found by. */
  readonly keywords?: string
  /** What a link to it leads to, for what has one. */
  readonly link?: PlaceLink
  run(): void
}

export interface PaletteSource {
  readonly id: string
  /** Asked with what is typed so far; may answer later. `signal` is aborted when something else was typed. */
  readonly search: (
    query: string,
    signal: AbortSignal,
  ) => readonly PaletteItem[] | Promise<readonly PaletteItem[]>
}

const sources = new Map<object, PaletteSource>()

/** Adds a source while the component is on screen. */
export function usePaletteSource(source: PaletteSource): void {
  const [token] = useState(() => ({}))
  useEffect(() => {
    sources.set(token, source)
  }, [token, source])
  useEffect(() => () => void sources.delete(token), [token])
}

export function paletteSources(): readonly PaletteSource[] {
  return [...sources.values()]
}

/** Every word of the query begins some word of the item, in any order, without regard to case and accents. */
export function matchesQuery(
  item: Pick<PaletteItem, 'label' | 'detail' | 'keywords'>,
  query: string,
): boolean {
  const words = fold(`${item.label} ${item.detail ?? ''} ${item.keywords ?? ''}`).split(/[^\p{L}\p{N}]+/u)
  return fold(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
