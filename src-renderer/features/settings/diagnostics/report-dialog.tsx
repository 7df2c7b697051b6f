/** The report, read before anything is done with it: what is shown is the very text that is saved or copied. */
import { Check, ChevronDown, ChevronUp, Copy, Save } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { makeReport, saveText, useDiagnostics } from '../../../state/diagnostics.ts'
import {
  Button,
  Checkbox,
  Dialog,
  findWordRanges,
  Highlight,
  IconButton,
  InlineError,
  SearchField,
} from '../../../ui/index.ts'
import './diagnostics.css'

export function ReportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('diagnostics')
  const [withServerAddress, setWithAddress] = useState(false)
  const report = useReport(withServerAddress)
  const hasServer = useDiagnostics(({ known }) => {
    const type = known?.engine.sync?.connection.type
    return type !== undefined && type !== 'none'
  })
  const [isCopied, setCopied] = useState(false)
  const { text } = report
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t('report.title')}
      size="large"
      actions={
        text === null ? null : (
          <>
            <Button
              icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
              onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
            >
              {t(isCopied ? 'copied' : 'copy')}
            </Button>
            <Button
              variant="primary"
              icon={<Save aria-hidden />}
              onPress={() => void saveText('report', text)}
            >
              {t('report.save')}
            </Button>
          </>
        )
      }
    >
      <div className="report">
        <p>{t('report.read')}</p>
        {hasServer ? (
          <Checkbox
            isSelected={withServerAddress}
            onChange={(on) => {
              setCopied(false)
              setWithAddress(on)
            }}
          >
            {t('report.withAddress')}
          </Checkbox>
        ) : null}
        {report.hasFailed ? <InlineError>{t('failed')}</InlineError> : null}
        {text === null ? (
          report.hasFailed ? null : (
            <p role="status">{t('report.making')}</p>
          )
        ) : (
          <ReportText text={text} />
        )}
      </div>
    </Dialog>
  )
}

function useReport(withServerAddress: boolean): {
  readonly text: string | null
  readonly hasFailed: boolean
} {
  const [made, setMade] = useState<{ readonly text: string | null; readonly hasFailed: boolean }>({
    text: null,
    hasFailed: false,
  })
  useEffect(() => {
    let isOver = false
    void makeReport({ withServerAddress }).then((text) => {
      if (!isOver) setMade({ text, hasFailed: text === null })
    })
    return () => {
      isOver = true
    }
  }, [withServerAddress])
  return made
}

/** With a search of its own: a person wants to see for themselves that a name is not in it. */
function ReportText({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation('diagnostics')
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const box = useRef<HTMLPreElement>(null)
  const wanted = query.trim()
  const count = wanted === '' ? 0 : findWordRanges(text, [wanted]).length
  const current = count === 0 ? 0 : index % count
  const step = (by: number): void => setIndex((current + by + count) % count)
  useEffect(() => {
    const marks = box.current?.querySelectorAll('mark') ?? []
    marks.forEach((mark, at) => mark.toggleAttribute('data-current', at === current))
    marks[current]?.scrollIntoView({ block: 'nearest' })
  }, [current, wanted, text])
  return (
    <>
      <div className="report-find">
        <SearchField
          label={t('report.find')}
          placeholder={t('report.find')}
          value={query}
          onChange={(next) => {
            setQuery(next)
            setIndex(0)
          }}
          onSubmit={() => {
            if (count > 0) step(1)
          }}
        />
        <span role="status" className="diagnostics-quiet">
          {wanted === ''
            ? null
            : count === 0
              ? t('report.notFound')
              : t('report.found', { index: current + 1, count })}
        </span>
        <IconButton
          label={t('report.previous')}
          size="small"
          icon={<ChevronUp aria-hidden />}
          isDisabled={count === 0}
          onPress={() => step(-1)}
        />
        <IconButton
          label={t('report.next')}
          size="small"
          icon={<ChevronDown aria-hidden />}
          isDisabled={count === 0}
          onPress={() => step(1)}
        />
      </div>
      {/* It scrolls, so it takes the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre ref={box} className="report-text" tabIndex={0} role="group" aria-label={t('report.content')}>
        <Highlight text={text} words={wanted === '' ? [] : [wanted]} />
      </pre>
    </>
  )
}
