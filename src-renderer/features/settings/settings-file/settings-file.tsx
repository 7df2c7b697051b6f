/** Settings saved into a file, and taken over from one after one has seen what would change. */
import { Download, Upload } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PreferencesChange } from '#shared/contract/preferences.ts'
import type { SettingsFile } from '#shared/contract/settings-file.ts'
import { offerUndo } from '../../../state/commands.ts'
import { changeOwnWords, loadOwnWords, useOwnWords } from '../../../state/own-words.ts'
import { getPreferences, setPreferences } from '../../../state/preferences.ts'
import { portableSettings, readSettings, saveSettings } from '../../../state/settings-file.ts'
import { sentence } from '../../../state/settings/settings-search.ts'
import type { SentenceKey } from '../../../state/settings/setting-definition.ts'
import { showToast } from '../../../state/toasts.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import '../diagnostics/diagnostics.css'

export function SettingsFileSetting(): ReactNode {
  const { t } = useTranslation('settings')
  const [read, setRead] = useState<SettingsFile | null>(null)
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const result = await readSettings(file)
    if (result.ok) setRead(result.value)
    else showToast({ id: 'settings-file', tone: 'danger', text: t(`file.error.${result.error}`) })
  }
  return (
    <>
      <Button icon={<Download aria-hidden />} onPress={() => void saveSettings()}>
        {t('file.export')}
      </Button>
      <FileTrigger
        acceptedFileTypes={['.json', 'application/json']}
        onSelect={(files) => void open(files?.[0])}
      >
        <Button icon={<Upload aria-hidden />}>{t('file.import')}</Button>
      </FileTrigger>
      {read ? <ImportDialog file={read} onClose={() => setRead(null)} /> : null}
    </>
  )
}

interface Change {
  readonly name: string
  readonly before: string
  readonly after: string
}

function ImportDialog({
  file,
  onClose,
}: {
  readonly file: SettingsFile
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation(['settings', 'common'])
  const words = useValueWords()
  const [before] = useState(getPreferences)
  const changes = portableSettings.flatMap((setting): Change[] => {
    const { preference, values } = setting.default
    const given = file.change[preference]
    if (given === undefined || JSON.stringify(given) === JSON.stringify(before[preference])) return []
    const known = values as Readonly<Record<string, SentenceKey>>
    return [
      { name: sentence(setting.name), before: words(before[preference], known), after: words(given, known) },
    ]
  })
  const known = useOwnWords(({ words }) => words)
  useEffect(() => void loadOwnWords(), [])
  const newWords = file.words.filter((word) => known?.includes(word) === false)
  const isNothing = changes.length === 0 && newWords.length === 0
  const apply = (): void => {
    const changed = portableSettings.map(({ default: { preference } }) => preference)
    const old = Object.fromEntries(changed.map((name) => [name, before[name]])) as PreferencesChange
    setPreferences(file.change)
    if (newWords.length > 0) void changeOwnWords({ add: newWords })
    onClose()
    offerUndo(t('file.applied'), () => {
      setPreferences(old)
      if (newWords.length > 0) void changeOwnWords({ remove: newWords })
    })
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t('file.importTitle')}
      actions={
        <>
          <Button onPress={onClose}>{t('common:action.cancel')}</Button>
          <Button variant="primary" isDisabled={isNothing} onPress={apply}>
            {t('file.apply')}
          </Button>
        </>
      }
    >
      {isNothing ? <p>{t('file.nothing')}</p> : null}
      <dl className="settings-file-changes">
        {changes.map(({ name, before: was, after }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{t('file.change', { before: was, after })}</dd>
          </div>
        ))}
        {newWords.length > 0 ? (
          <div>
            <dt>{t('spelling.words')}</dt>
            <dd>{t('file.words', { count: newWords.length })}</dd>
          </div>
        ) : null}
      </dl>
      {file.unknown.length > 0 ? <p>{t('file.unknown', { names: file.unknown.join(', ') })}</p> : null}
      {file.wrong.length > 0 ? <p>{t('file.wrong', { names: file.wrong.join(', ') })}</p> : null}
    </Dialog>
  )
}

function useValueWords(): (value: unknown, values: Readonly<Record<string, SentenceKey>>) => string {
  const { t } = useTranslation('settings')
  return (value, values) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const key = values[text]
    if (key !== undefined) return sentence(key)
    if (typeof value !== 'object' || value === null) return text
    const entries = Object.values(value)
    const isSwitched = entries.every((each) => typeof each === 'boolean')
    return t(isSwitched ? 'file.switched' : 'file.keys', { count: entries.length })
  }
}
