/** What the quick entry's window shows: a small form over everything else, open for as long as one sentence takes. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export function CaptureRoot(): ReactNode {
  const { t } = useTranslation()
  return (
    <main>
      <h1>{t('product')}</h1>
    </main>
  )
}
