/** The lists in the panel of the badge: a line for each document that waits, a card for each change that was refused. */
import {
  BookOpen,
  Check,
  Copy,
  FilePen,
  MessageSquare,
  MessageSquareLock,
  Settings,
  Ticket,
} from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { ChangeSubject, RefusedRow, WaitingRow } from '#shared/contract/sync.ts'
import { useFormats } from '../i18n/locale-provider.tsx'
import { runCommand } from '../state/commands.ts'
import { useLiveQuery } from '../state/live.ts'
import { navigate } from '../state/navigation.ts'
import { useUi } from '../state/ui.ts'
import { Button, RelativeTime } from '../ui/index.ts'
import { subjectRoute } from './subject-route.ts'

interface ListProps {
  readonly onLeave: () => void
}

/** More than that is a number, not a list to read. */
const shownRows = 50

const kindIcons: { readonly [Kind in ChangeSubject['kind']]: ReactNode } = {
  message: <MessageSquare aria-hidden />,
  ticket: <Ticket aria-hidden />,
  note: <MessageSquareLock aria-hidden />,
  article: <BookOpen aria-hidden />,
  settings: <Settings aria-hidden />,
  other: <FilePen aria-hidden />,
}

export function WaitingList({ onLeave }: ListProps): ReactNode {
  const { t } = useTranslation('server')
  const { rows } = useLiveQuery('sync.waiting', {})
  return (
    <section className="sync-section" aria-labelledby="sync-waiting">
      <h3 id="sync-waiting">{t('panel.waiting')}</h3>
      <ul className="sync-list">
        {rows.slice(0, shownRows).map((row) => (
          <WaitingLine key={row.key} row={row} onLeave={onLeave} />
        ))}
      </ul>
      <More count={rows.length} />
    </section>
  )
}

function WaitingLine({ row, onLeave }: ListProps & { readonly row: WaitingRow }): ReactNode {
  const { t } = useTranslation('server')
  const formats = useFormats()
  return (
    <li>
      <Subject subject={row} onLeave={onLeave} />
      <span className="sync-quiet">
        {t('panel.changes', { count: row.count, number: formats.number(row.count) })} ·{' '}
        <RelativeTime atMs={row.since} />
      </span>
    </li>
  )
}

export function RefusedList({ onLeave }: ListProps): ReactNode {
  const { t } = useTranslation('server')
  const { rows } = useLiveQuery('sync.refused', {})
  const wanted = useUi((ui) => ui.refusedToShow)
  // What somebody was led to is there, however many came after it.
  const shown = rows.filter(({ key }, index) => index < shownRows || key === wanted)
  return (
    <section className="sync-section" aria-labelledby="sync-refused">
      <h3 id="sync-refused">{t('panel.refused')}</h3>
      <ul className="sync-list">
        {shown.map((row) => (
          <RefusedCard key={row.key} row={row} isWanted={row.key === wanted} onLeave={onLeave} />
        ))}
      </ul>
      <More count={rows.length - shown.length + shownRows} />
    </section>
  )
}

interface RefusedCardProps extends ListProps {
  readonly row: RefusedRow
  /** A notification led to it. */
  readonly isWanted: boolean
}

function RefusedCard({ row, isWanted, onLeave }: RefusedCardProps): ReactNode {
  const { t } = useTranslation(['server', 'common'])
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(row.text)
    setCopied(true)
  }
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isWanted) return
    // After the panel has taken the focus, as it does when it opens.
    const frame = requestAnimationFrame(() => {
      card.current?.focus({ preventScroll: true })
      card.current?.scrollIntoView({ block: 'nearest' })
    })
    return () => cancelAnimationFrame(frame)
  }, [isWanted])
  return (
    <li ref={card} tabIndex={-1} className="sync-refused" {...(isWanted ? { 'data-marked': '' } : {})}>
      <Subject subject={row} onLeave={onLeave} />
      <p className="sync-quiet">
        {t(`reason.${row.reason}`)} · <RelativeTime atMs={row.at} />
      </p>
      {row.text === '' ? null : <blockquote className="sync-text">{row.text}</blockquote>}
      <div className="status-report-actions">
        {row.text === '' ? null : (
          <Button
            size="small"
            icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
            onPress={() => void copy()}
          >
            {isCopied ? t('copied') : t('panel.copyText')}
          </Button>
        )}
        <Button
          size="small"
          variant="ghost"
          onPress={() => void runCommand('refused.dismiss', { key: row.key })}
        >
          {t('panel.dismiss')}
        </Button>
      </div>
    </li>
  )
}

/** What it is about, and the way there where there is one. */
function Subject({ subject, onLeave }: ListProps & { readonly subject: ChangeSubject }): ReactNode {
  const { t } = useTranslation('server')
  const route = subjectRoute(subject)
  const kind = t(`subject.${subject.kind}`)
  const words = subject.title === '' ? kind : `${kind}: ${subject.title}`
  if (!route) {
    return (
      <span className="sync-subject">
        {kindIcons[subject.kind]}
        <span className="ui-truncate" dir="auto">
          {words}
        </span>
      </span>
    )
  }
  return (
    <AriaButton
      className="sync-subject"
      onPress={() => {
        onLeave()
        navigate(route)
      }}
    >
      {kindIcons[subject.kind]}
      <span className="ui-truncate" dir="auto">
        {words}
      </span>
    </AriaButton>
  )
}

function More({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation('server')
  const formats = useFormats()
  if (count <= shownRows) return null
  return <p className="sync-quiet">{t('panel.more', { number: formats.number(count - shownRows) })}</p>
}
