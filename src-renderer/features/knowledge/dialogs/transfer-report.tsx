/** What came of an export or import: how many, and what was left out, with the reason. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissReport, useTransfer } from '../../../state/article-files.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import './dialogs.css'

export function TransferReport(): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const report = useTransfer((state) => state.report)
  if (!report) return null
  const { kind, skipped, skippedCount } = report
  const more = skippedCount - skipped.length
  return (
    <Dialog
      isOpen
      onOpenChange={dismissReport}
      title={kind === 'export' ? t('transfer.exported') : t('transfer.imported')}
      actions={
        <Button variant="primary" onPress={dismissReport}>
          {t('common:action.close')}
        </Button>
      }
    >
      {kind === 'export' ? (
        <p>{t('transfer.written', { count: report.written })}</p>
      ) : (
        <ul className="article-transfer-counts">
          <li>{t('transfer.created', { count: report.created })}</li>
          <li>{t('transfer.updated', { count: report.updated })}</li>
          <li>{t('transfer.unchanged', { count: report.unchanged })}</li>
        </ul>
      )}
      {skippedCount > 0 ? (
        <>
          <h3 className="article-transfer-title">{t('transfer.skipped', { count: skippedCount })}</h3>
          <ul className="article-transfer-list">
            {skipped.map(({ name, reason }, index) => (
              <li key={index}>
                <span className="article-transfer-name">{name}</span> {t(`transfer.reason.${reason}`)}
              </li>
            ))}
          </ul>
          {more > 0 ? <p>{t('transfer.more', { count: more })}</p> : null}
        </>
      ) : null}
    </Dialog>
  )
}
