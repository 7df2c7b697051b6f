/** At the top of the rail: which workspace this is, and the way to the others. */
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../state/people.ts'
import { useShortcuts } from '../state/shortcuts.ts'
import { addWorkspace, openWorkspace, useWorkspaces } from '../state/workspaces.ts'
import { Avatar, Menu, MenuItem, MenuSection, MenuSeparator } from '../ui/index.ts'

/** As many as there are keys. */
const keyed = 9

export function WorkspaceSwitcher(): ReactNode {
  const { t } = useTranslation('server')
  const { current, list } = useWorkspaces()
  const name = useWorkspace()?.name ?? list.find(({ id }) => id === current)?.name ?? ''
  const hasUnread = list.some((entry) => entry.id !== current && entry.hasUnread)
  useShortcuts(
    'app',
    (list.length > 1 ? list.slice(0, keyed) : []).map(({ id, name: each }, index) => ({
      action: `workspace.${index + 1}`,
      keys: `Mod+Alt+${index + 1}`,
      label: t('workspaces.openNumber', { number: index + 1 }),
      run: () => openWorkspace(id),
      when: () => id !== current && each !== '',
      // The palette shows them by their names.
      isHiddenInPalette: true,
    })),
  )
  const label = t('workspaces.current', { workspace: name })
  return (
    <Menu
      label={t('workspaces.title')}
      placement="end top"
      trigger={
        <AriaButton className="rail-workspace">
          <span className="rail-workspace-avatar">
            <Avatar name={name === '' ? '?' : name} size="large" />
            {hasUnread ? <span className="rail-dot" aria-hidden /> : null}
          </span>
          <span className="ui-visually-hidden">
            {hasUnread ? `${label}. ${t('workspaces.othersUnread')}` : label}
          </span>
        </AriaButton>
      }
    >
      <MenuSection title={t('workspaces.title')}>
        {list
          .filter((entry) => entry.name !== '' || entry.id === current)
          .map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              label={entry.id === current ? name : entry.name}
              description={describe(entry, t)}
              icon={<Avatar name={entry.id === current ? name : entry.name} size="small" />}
              isChecked={entry.id === current}
              onAction={() => openWorkspace(entry.id)}
              {...(list.length > 1 && list.indexOf(entry) < keyed
                ? { shortcut: `Mod+Alt+${list.indexOf(entry) + 1}` }
                : {})}
            />
          ))}
      </MenuSection>
      <MenuSeparator />
      <MenuItem
        id="add"
        label={t('workspaces.add')}
        description={t('workspaces.addText')}
        icon={<Plus aria-hidden />}
        onAction={addWorkspace}
      />
    </Menu>
  )
}

function describe(
  { hasServer, hasUnread }: { readonly hasServer: boolean; readonly hasUnread: boolean },
  t: ReturnType<typeof useTranslation<'server'>>['t'],
): string {
  const place = hasServer ? t('workspaces.withServer') : t('workspaces.local')
  return hasUnread ? `${t('workspaces.unread')} · ${place}` : place
}
