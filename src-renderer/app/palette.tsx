/** Mod+K. Asks every source with each key; what comes late is added, what was overtaken is left out. */
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paletteSources, type PaletteGroup, type PaletteItem } from '../state/palette.ts'
import { copyLinkKeys, copyPlaceLink } from '../state/place-links.ts'
import { setUi, useUi } from '../state/ui.ts'
import { isMainWindow } from '../state/view.ts'
import { CommandPalette, findWordRanges, type PaletteItem as ShownItem } from '../ui/index.ts'
import { orderItems } from './palette-order.ts'

export function Palette(): ReactNode {
  const isOpen = useUi((ui) => ui.isPaletteOpen)
  return isOpen ? <OpenPalette /> : null
}

function OpenPalette(): ReactNode {
  const { t } = useTranslation(['common', 'shell', 'settings', 'notifications'])
  const [query, setQuery] = useState('')
  const found = useFound(query)
  const groupName = useCallback(
    (group: PaletteGroup): string => {
      const name = t(`shell:group.${group}`)
      const isHere = isMainWindow || group === 'commands' || group === 'main'
      return isHere ? name : t('shell:inMain', { group: name })
    },
    [t],
  )
  const items = useMemo(
    () =>
      found.map((item): ShownItem => {
        const ranges = findWordRanges(item.label, query.split(/\s+/))
        return {
          id: item.id,
          group: groupName(item.group),
          title: item.label,
          titleRanges: ranges,
          ...(item.detail === undefined ? {} : { hint: item.detail }),
          ...(item.icon === undefined ? {} : { icon: item.icon }),
          ...(item.keys === undefined || item.keys === '' ? {} : { shortcut: item.keys }),
        }
      }),
    [found, query, groupName],
  )
  return (
    <CommandPalette
      isOpen
      onOpenChange={(isOpen) => setUi({ isPaletteOpen: isOpen })}
      query={query}
      onQueryChange={setQuery}
      items={items}
      onSelect={(chosen) => {
        const item = found.find(({ id }) => id === chosen.id)
        // After the dialog has given the focus back, so that what runs can take it.
        if (item) requestAnimationFrame(() => item.run())
      }}
      // The same keys as everywhere; what the entry leads to, not what is open behind.
      second={{
        keys: copyLinkKeys,
        label: t('notifications:link.copy'),
        isFor: ({ id }) => found.find((item) => item.id === id)?.link !== undefined,
        run({ id }) {
          const link = found.find((item) => item.id === id)?.link
          if (link) void copyPlaceLink(link)
        },
      }}
      placeholder={t('palette.placeholder')}
    />
  )
}

/** What all sources have found so far, in the order to be shown. */
function useFound(query: string): readonly PaletteItem[] {
  const [found, setFound] = useState<readonly PaletteItem[]>([])
  useEffect(() => {
    const overtaken = new AbortController()
    const byName = new Map<string, readonly PaletteItem[]>()
    const add = (source: string, items: readonly PaletteItem[]): void => {
      if (overtaken.signal.aborted) return
      byName.set(source, [...(byName.get(source) ?? []), ...items])
      setFound(orderItems([...byName.values()].flat(), query))
    }
    for (const source of paletteSources()) {
      const answer = source.search(query, overtaken.signal)
      if (answer instanceof Promise) void answer.then((items) => add(source.id, items))
      else add(source.id, answer)
    }
    return () => overtaken.abort()
  }, [query])
  return found
}
