import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../controls/search-field.tsx'
import { Kbd } from '../marks/kbd.tsx'
import { Dialog } from '../overlays/dialog.tsx'
import './shortcut-overlay.css'

export interface ShortcutGroup {
  readonly title: string
  readonly items: readonly {
    readonly label: string
    /** One or more ways, each in the notation of <Kbd>. */
    readonly keys: readonly string[]
  }[]
}

export interface ShortcutOverlayProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly groups: readonly ShortcutGroup[]
  /** "Change keys" and the like. */
  readonly actions?: ReactNode
}

/** What `?` shows: every key there is, and a field to find one. */
export function ShortcutOverlay({ isOpen, onOpenChange, groups, actions }: ShortcutOverlayProps): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('shortcuts.title')}
      size="large"
      {...(actions === undefined ? {} : { actions })}
    >
      <ShortcutList groups={groups} />
    </Dialog>
  )
}

function ShortcutList({ groups }: { readonly groups: readonly ShortcutGroup[] }): ReactNode {
  const { t } = useTranslation('ui')
  const [filter, setFilter] = useState('')
  const words = filter.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found = groups
    .map((group) => ({
      ...group,
      items: group.items.filter((item) =>
        words.every((word) => item.label.toLocaleLowerCase().includes(word)),
      ),
    }))
    .filter((group) => group.items.length > 0)
  return (
    <div className="ui-shortcuts">
      <SearchField
        label={t('shortcuts.filter')}
        placeholder={t('shortcuts.filter')}
        value={filter}
        onChange={setFilter}
        autoFocus
      />
      {found.length === 0 ? <p role="status">{t('shortcuts.none')}</p> : null}
      <div className="ui-shortcut-groups">
        {found.map((group) => (
          <section key={group.title} className="ui-shortcut-group">
            <h3 className="ui-shortcut-title">{group.title}</h3>
            <dl>
              {group.items.map((item) => (
                <div key={item.label} className="ui-shortcut">
                  <dt>{item.label}</dt>
                  <dd>
                    {item.keys.map((keys, index) => (
                      <span key={keys} className="ui-shortcut-way">
                        {index === 0 ? null : <span className="ui-shortcut-or">{t('shortcuts.or')}</span>}
                        <Kbd keys={keys} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </div>
  )
}
