/** A list that the server has to be asked for: it takes its time, and it may not come. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError } from '#shared/contract/errors.ts'
import { errorSentence } from '../../state/error-sentence.ts'
import { Banner, Button } from '../../ui/index.ts'

export interface AskedListProps {
  readonly label: string
  readonly error: CallError | null
  readonly isBusy: boolean
  readonly onAgain: () => void
  /** Rows; undefined while nothing has come yet. */
  readonly children: ReactNode
}

export function AskedList({ label, error, isBusy, onAgain, children }: AskedListProps): ReactNode {
  const { t, i18n } = useTranslation(['server', 'common'])
  return (
    <div className="people">
      {error && !isBusy ? (
        <Banner
          tone="warning"
          title={errorSentence(error, i18n)}
          actions={
            <Button size="small" onPress={onAgain}>
              {t('common:action.retry')}
            </Button>
          }
        />
      ) : null}
      {children === undefined ? (
        isBusy ? (
          <p className="server-quiet" role="status">
            {t('asking')}
          </p>
        ) : null
      ) : (
        <ul aria-label={label} aria-busy={isBusy}>
          {children}
        </ul>
      )}
    </div>
  )
}
