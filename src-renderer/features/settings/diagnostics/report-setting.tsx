import { FileText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/index.ts'
import { ReportDialog } from './report-dialog.tsx'

export function ReportSetting(): ReactNode {
  const { t } = useTranslation('diagnostics')
  const [isOpen, setOpen] = useState(false)
  return (
    <div>
      <Button icon={<FileText aria-hidden />} onPress={() => setOpen(true)}>
        {t('report.create')}
      </Button>
      {isOpen ? <ReportDialog onClose={() => setOpen(false)} /> : null}
    </div>
  )
}
