/** Diagnostics where there is no workspace to show them in: what the shell alone knows, and the report of it. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/index.ts'
import { DiagnosticsFacts } from './diagnostics-facts.tsx'
import { LogsSetting } from './logs-setting.tsx'
import { ReportSetting } from './report-setting.tsx'

export function DiagnosticsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('diagnostics')
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t('open')}
      size="large"
    >
      <div className="diagnostics-dialog">
        <ReportSetting />
        <DiagnosticsFacts />
        <LogsSetting />
      </div>
    </Dialog>
  )
}
