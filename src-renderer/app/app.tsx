/** The whole window: language, gate, frame, and what lies over it. */
import { useSyncExternalStore, type ReactNode } from 'react'
import { LocaleProvider } from '../i18n/locale-provider.tsx'
import { flushDrafts } from '../state/drafts.ts'
import { currentLanguage, currentLocale, i18n } from '../state/i18n.ts'
import { onPreferences } from '../state/preferences.ts'
import { useWorkspaceVisit } from '../state/workspaces.ts'
import { CrashGuard } from '../ui/index.ts'
import { EngineGate } from './engine-gate.tsx'
import { Toasts } from './toasts.tsx'
import { WorkspaceGate } from './workspace-gate.tsx'
import './app.css'

/** @param children what a window other than the main one shows in the frame's place */
export function App({ children }: { readonly children?: ReactNode }): ReactNode {
  const workspace = useWorkspaceVisit()
  const language = useSyncExternalStore(onPreferences, currentLanguage)
  return (
    <LocaleProvider i18n={i18n} locale={currentLocale(language)}>
      <CrashGuard area={i18n.t('common:product')} onCrash={flushDrafts}>
        <EngineGate key={workspace}>
          <WorkspaceGate>{children}</WorkspaceGate>
        </EngineGate>
      </CrashGuard>
      <Toasts />
    </LocaleProvider>
  )
}
