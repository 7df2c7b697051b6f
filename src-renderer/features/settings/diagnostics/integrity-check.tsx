/** SQLite's own check, table by table, so that one sees how far it is and can stop it. */
import { CircleCheck, ShieldCheck } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { queryOnce } from '../../../state/commands.ts'
import { Banner, Button, InlineError, ProgressBar } from '../../../ui/index.ts'
import './diagnostics.css'

type Check =
  | { readonly type: 'idle' }
  | { readonly type: 'running'; readonly done: number; readonly total: number }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed' }
  | { readonly type: 'done'; readonly tables: number; readonly damaged: readonly string[] }

/** One table of a large store takes its time on a slow disk. */
const tableTimeoutMs = 600_000

export function IntegrityCheck(): ReactNode {
  const { t } = useTranslation('diagnostics')
  const [check, setCheck] = useState<Check>({ type: 'idle' })
  const cancel = useRef<AbortController | null>(null)
  useEffect(() => () => cancel.current?.abort(), [])

  const start = async (): Promise<void> => {
    const controller = new AbortController()
    cancel.current = controller
    setCheck({ type: 'running', done: 0, total: 1 })
    const outcome = await checkTables(controller.signal, (done, total) =>
      setCheck({ type: 'running', done, total }),
    )
    if (cancel.current === controller) setCheck(outcome)
  }
  return (
    <div className="diagnostics">
      {check.type === 'running' ? (
        <ProgressBar
          label={t('check.progress')}
          done={check.done}
          total={check.total}
          onCancel={() => cancel.current?.abort()}
        />
      ) : (
        <div className="diagnostics-head">
          <Button icon={<ShieldCheck aria-hidden />} onPress={() => void start()}>
            {t(check.type === 'idle' ? 'check.start' : 'check.again')}
          </Button>
        </div>
      )}
      <div role="status">
        {check.type === 'stopped' ? <p className="diagnostics-quiet">{t('check.stopped')}</p> : null}
        {check.type === 'done' && check.damaged.length === 0 ? (
          <p className="diagnostics-good">
            <CircleCheck aria-hidden /> {t('check.ok', { count: check.tables })}
          </p>
        ) : null}
      </div>
      {check.type === 'failed' ? <InlineError>{t('check.failed')}</InlineError> : null}
      {check.type === 'done' && check.damaged.length > 0 ? (
        <Banner tone="danger" title={t('check.damaged', { tables: check.damaged.join(', ') })} />
      ) : null}
    </div>
  )
}

async function checkTables(
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Check> {
  const tables = await queryOnce('diagnostics.tables', {}, { signal })
  if (!tables.ok) return { type: signal.aborted ? 'stopped' : 'failed' }
  const { rows } = tables.value
  const damaged: string[] = []
  for (const [index, { key: table }] of rows.entries()) {
    onProgress(index, rows.length)
    const found = await queryOnce('diagnostics.check', { table }, { signal, timeoutMs: tableTimeoutMs })
    if (signal.aborted) return { type: 'stopped' }
    // A table that cannot even be read is what one looks for here.
    if (!found.ok && found.error.type !== 'store-failed') return { type: 'failed' }
    if (!found.ok || found.value.meta.problems > 0) damaged.push(table)
  }
  return { type: 'done', tables: rows.length, damaged }
}
