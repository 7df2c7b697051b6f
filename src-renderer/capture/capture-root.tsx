/** What the quick entry's window shows: a small form over everything else, open for as long as one sentence takes. */
import { useSyncExternalStore, type ReactNode } from 'react'
import { Toasts } from '../app/toasts.tsx'
import { LocaleProvider } from '../i18n/locale-provider.tsx'
import { flushDrafts } from '../state/drafts.ts'
import { currentLanguage, currentLocale, i18n } from '../state/i18n.ts'
import { onPreferences } from '../state/preferences.ts'
import { useWorkspaceVisit } from '../state/workspaces.ts'
import { CrashGuard } from '../ui/index.ts'
import { CaptureForm } from './capture-form.tsx'

export function CaptureRoot(): ReactNode {
  const workspace = useWorkspaceVisit()
  const language = useSyncExternalStore(onPreferences, currentLanguage)
  return (
    <LocaleProvider i18n={i18n} locale={currentLocale(language)}>
      <CrashGuard area={i18n.t('capture:title')} onCrash={flushDrafts}>
        <CaptureForm key={workspace} />
      </CrashGuard>
      <Toasts />
    </LocaleProvider>
  )
}
