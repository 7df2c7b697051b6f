import { FolderOpen, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { deleteLogs, useDiagnostics } from '../../../state/diagnostics.ts'
import { showLogs } from '../../../state/engine.ts'
import { AlertDialog, Button } from '../../../ui/index.ts'
import './diagnostics.css'

export function LogsSetting(): ReactNode {
  const { t } = useTranslation(['diagnostics', 'settings'])
  const formats = useFormats()
  const log = useDiagnostics(({ known }) => known?.log)
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="diagnostics">
      {log ? (
        <p className="diagnostics-quiet">
          {t('logs.size', {
            size: formats.bytes(log.bytes),
            files: formats.number(log.files),
            max: formats.number(log.maxFiles),
            each: formats.bytes(log.maxBytesPerFile),
          })}
        </p>
      ) : null}
      <div className="diagnostics-head">
        <Button icon={<FolderOpen aria-hidden />} onPress={() => void showLogs()}>
          {t('settings:about.openLogs')}
        </Button>
        <Button icon={<Trash2 aria-hidden />} onPress={() => setAsking(true)}>
          {t('logs.delete')}
        </Button>
      </div>
      <AlertDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={t('logs.deleteTitle')}
        confirmLabel={t('logs.delete')}
        isDanger
        onConfirm={() => void deleteLogs()}
      >
        {t('logs.deleteText')}
      </AlertDialog>
    </div>
  )
}
