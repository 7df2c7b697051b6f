/** All keys, to be changed one by one: press the key that is shown, then the new one. */
import { RotateCcw } from 'lucide-react'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  conflictingShortcuts,
  knownShortcuts,
  onShortcutsKnown,
  remapShortcut,
  resetShortcuts,
  shortcutScopes,
  type KnownShortcut,
} from '../../state/shortcuts.ts'
import { matchesQuery } from '../../state/palette.ts'
import { setPreferences, usePreferences } from '../../state/preferences.ts'
import { showToast } from '../../state/toasts.ts'
import { Button, IconButton, InlineError, SearchField } from '../../ui/index.ts'
import { KeyRecorder } from './key-recorder.tsx'

export function KeyboardSetting(): ReactNode {
  const { t } = useTranslation(['settings', 'common'])
  const own = usePreferences((preferences) => preferences.shortcuts)
  const [filter, setFilter] = useState('')
  useSyncExternalStore(onShortcutsKnown, () => knownShortcuts().length)

  const found = knownShortcuts().filter(({ label, keys }) => matchesQuery({ label, keywords: keys }, filter))
  const resetAll = (): void => {
    const before = own
    resetShortcuts()
    showToast({
      text: t('keyboard.resetDone'),
      action: { label: t('common:action.undo'), run: () => setPreferences({ shortcuts: before }) },
    })
  }
  return (
    <div className="keyboard">
      <div className="keyboard-head">
        <SearchField
          label={t('keyboard.filter')}
          placeholder={t('keyboard.filter')}
          value={filter}
          onChange={setFilter}
        />
        <Button
          icon={<RotateCcw aria-hidden />}
          isDisabled={Object.keys(own).length === 0}
          onPress={resetAll}
        >
          {t('keyboard.resetAll')}
        </Button>
      </div>
      {shortcutScopes.map((scope) => {
        const inScope = found.filter((shortcut) => shortcut.scope === scope)
        if (inScope.length === 0) return null
        return (
          <section key={scope}>
            <h4>{t(`common:scope.${scope}`)}</h4>
            <ul>
              {inScope.map((shortcut) => (
                <KeyRow key={shortcut.action} shortcut={shortcut} isOwn={shortcut.action in own} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function KeyRow({
  shortcut,
  isOwn,
}: {
  readonly shortcut: KnownShortcut
  readonly isOwn: boolean
}): ReactNode {
  const { t } = useTranslation('settings')
  const { action, label, keys } = shortcut
  const conflicts = isOwn ? conflictingShortcuts(action, keys) : []
  return (
    <li className="key-row">
      <span className="key-row-label">{label}</span>
      {isOwn ? (
        <IconButton
          label={t('keyboard.reset', { action: label })}
          size="small"
          icon={<RotateCcw aria-hidden />}
          onPress={() => remapShortcut(action, null)}
        />
      ) : null}
      <KeyRecorder
        label={t('keyboard.record', { action: label })}
        keys={keys}
        onRecord={(recorded) => remapShortcut(action, recorded)}
      />
      {conflicts.length > 0 ? (
        <div className="key-row-conflict">
          <InlineError>
            {t('keyboard.conflict', { action: conflicts.map((conflict) => conflict.label).join(', ') })}
          </InlineError>
        </div>
      ) : null}
    </li>
  )
}
