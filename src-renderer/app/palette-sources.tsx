/** What the palette always finds: commands, channels, people's direct conversations, tickets and articles. */
import { AtSign, BookOpen, Building2, Command, Hash, Plus, Settings2 } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchHit } from '#shared/contract/search.ts'
import { queryOnce } from '../state/commands.ts'
import { useLiveQuery } from '../state/live.ts'
import { getRoute, navigate } from '../state/navigation.ts'
import { matchesQuery, usePaletteSource, type PaletteItem } from '../state/palette.ts'
import { settingsSections } from '../state/routes.ts'
import { findSetting } from '../state/settings/definitions.ts'
import { createSearch, openSetting, sentence } from '../state/settings/settings-search.ts'
import { availableShortcuts } from '../state/shortcuts.ts'
import { useHasServer } from '../state/sync.ts'
import { isMainWindow } from '../state/view.ts'
import { addWorkspace, openWorkspace, useWorkspaces } from '../state/workspaces.ts'
import { StateIcon } from '../ui/index.ts'

/** Where what every window can lead to is listed: in one with a single place the main window shows it. */
const elsewhere = isMainWindow ? 'commands' : 'main'

export function PaletteSources(): ReactNode {
  const { t } = useTranslation(['common', 'shell', 'settings', 'server'])
  const { rows: channels } = useLiveQuery('chat.channels', {})

  usePaletteSource(
    useMemo(
      () => ({
        id: 'commands',
        search: (query) => {
          const commands = availableShortcuts().map(
            ({ action, label, shownKeys, scope, leadsToMain = false, run }): PaletteItem => ({
              id: `command ${action}`,
              group: leadsToMain ? 'main' : 'commands',
              label,
              detail: scope === 'app' ? '' : t(`scope.${scope}`),
              icon: <Command aria-hidden />,
              keys: shownKeys,
              run,
            }),
          )
          const sections = settingsSections.map((section): PaletteItem => ({
            id: `settings ${section}`,
            group: elsewhere,
            label: `${t('settings:title')}: ${t(`settings:section.${section}`)}`,
            icon: <Command aria-hidden />,
            run: () => navigate({ area: 'settings', section }),
          }))
          return [...commands, ...(query === '' ? [] : sections)].filter((item) => matchesQuery(item, query))
        },
      }),
      [t],
    ),
  )

  const hasServer = useHasServer()
  usePaletteSource(
    useMemo(() => {
      // Its words are taken apart when somebody first types.
      let find: ReturnType<typeof createSearch> | null = null
      const title = t('settings:title')
      return {
        id: 'settings',
        search: (query) => {
          const asked = query.replace(new RegExp(`^${title}:?\\s+`, 'iu'), '')
          if (asked.trim().length < 2) return []
          find ??= createSearch(({ needsServer = false }) => hasServer || !needsServer)
          return find(asked).flatMap(({ id }): PaletteItem[] => {
            const setting = findSetting(id)
            if (!setting) return []
            return [
              {
                id: `setting ${id}`,
                group: elsewhere,
                label: `${title}: ${sentence(setting.name)}`,
                detail: sentence(`settings:section.${setting.section}`),
                icon: <Settings2 aria-hidden />,
                run: () => openSetting(id),
              },
            ]
          })
        },
      }
    }, [t, hasServer]),
  )

  usePaletteSource(
    useMemo(
      () => ({
        id: 'channels',
        search: (query) =>
          // With one place in a window the others are for those who ask for them.
          (isMainWindow || query !== '' ? channels : [])
            .filter(({ archived }) => !archived)
            .map((channel): PaletteItem => ({
              id: `channel ${channel.key}`,
              group: channel.kind === 'direct' ? 'people' : 'channels',
              label: channel.name,
              detail: channel.description,
              icon: channel.kind === 'direct' ? <AtSign aria-hidden /> : <Hash aria-hidden />,
              link: { type: 'channel', id: channel.key },
              run: () => navigate({ area: 'chat', channelId: channel.key }),
            }))
            .filter((item) => matchesQuery(item, query)),
      }),
      [channels],
    ),
  )

  const { current, list } = useWorkspaces()
  usePaletteSource(
    useMemo(
      () => ({
        id: 'workspaces',
        search: (query) =>
          [
            ...list
              .filter(({ id, name }) => id !== current && name !== '')
              .map(({ id, name }): PaletteItem => ({
                id: `workspace ${id}`,
                group: elsewhere,
                label: t('server:workspaces.open', { workspace: name }),
                icon: <Building2 aria-hidden />,
                keywords: t('server:workspaces.title'),
                run: () => openWorkspace(id),
              })),
            {
              id: 'workspace add',
              group: elsewhere as PaletteItem['group'],
              label: t('server:workspaces.add'),
              icon: <Plus aria-hidden />,
              run: addWorkspace,
            },
          ].filter((item) => query !== '' && matchesQuery(item, query)),
      }),
      [current, list, t],
    ),
  )

  usePaletteSource(searchSource)
  return null
}

const searchSource = {
  id: 'search',
  async search(query: string, signal: AbortSignal): Promise<readonly PaletteItem[]> {
    if (query.trim().length < 2) return []
    const ask = async (scope: 'tickets' | 'articles'): Promise<readonly PaletteItem[]> => {
      const result = await queryOnce('search.run', { text: query, scope, limit: 8 }, { signal })
      return result.ok ? result.value.rows.flatMap(hitToItems) : []
    }
    return (await Promise.all([ask('tickets'), ask('articles')])).flat()
  },
}

function hitToItems(hit: SearchHit): readonly PaletteItem[] {
  switch (hit.type) {
    case 'ticket':
      return [
        {
          id: `ticket ${hit.ticketId}`,
          group: 'tickets',
          label: hit.title.text,
          detail: hit.number === null ? hit.code : `#${hit.number}`,
          icon: <StateIcon state={hit.state} />,
          link: { type: 'ticket', id: hit.ticketId },
          run: () => {
            const route = getRoute()
            navigate({
              area: 'tickets',
              view: route.area === 'tickets' ? route.view : 'all',
              ticketId: hit.ticketId,
            })
          },
        },
      ]
    case 'article':
      return [
        {
          id: `article ${hit.articleId}`,
          group: 'articles',
          label: hit.title.text,
          detail: hit.category,
          icon: <BookOpen aria-hidden />,
          link: { type: 'article', id: hit.articleId },
          run: () => navigate({ area: 'knowledge', articleId: hit.articleId }),
        },
      ]
    case 'message':
      return []
  }
}
