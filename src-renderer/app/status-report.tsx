/** What the badge opens for a workspace without a server: where the work lies, and what has to be known about that. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../i18n/locale-provider.tsx'
import { ProgressBar, RelativeTime } from '../ui/index.ts'
import type { LocalStatus } from './use-local-status.ts'

export function StatusReport({ local }: { readonly local: LocalStatus }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="status-report">
      <h2>{local.sentence}</h2>
      <p>{t('status.noServerText')}</p>
      <LocalFacts meta={local.meta} server={t('status.noServer')} />
    </div>
  )
}

interface LocalFactsProps {
  readonly meta: LocalStatus['meta']
  /** What to say of the server. */
  readonly server: string
}

/** What holds with and without a server. */
export function LocalFacts({ meta, server }: LocalFactsProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const indexing = meta?.indexing ?? null
  return (
    <>
      {indexing ? (
        <ProgressBar label={t('status.indexingLabel')} done={indexing.done} total={indexing.total} />
      ) : null}
      <dl>
        <dt>{t('status.lastSaved')}</dt>
        <dd>
          {meta && meta.lastCommitAt !== null ? <RelativeTime atMs={meta.lastCommitAt} /> : t('status.never')}
        </dd>
        <dt>{t('status.size')}</dt>
        <dd>{meta ? formats.bytes(meta.databaseBytes) : '–'}</dd>
        <dt>{t('status.server')}</dt>
        <dd>{server}</dd>
        {indexing ? null : (
          <>
            <dt>{t('status.indexingLabel')}</dt>
            <dd>{t('status.indexed')}</dd>
          </>
        )}
      </dl>
    </>
  )
}
