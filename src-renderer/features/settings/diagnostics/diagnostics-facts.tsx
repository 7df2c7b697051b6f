/** What there is to know of the program and its data, to be read and copied. Works without an engine. */
import { Check, Copy, RefreshCw } from 'lucide-react'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { refreshDiagnostics, useDiagnostics } from '../../../state/diagnostics.ts'
import { Button, InlineError } from '../../../ui/index.ts'
import { factGroups, groupsToText } from './fact-groups.ts'
import { Problems } from './problems.tsx'
import './diagnostics.css'

/** Waiting times are known only after they were watched for a moment. */
const secondLookMs = 2_000

export function DiagnosticsFacts(): ReactNode {
  const { t } = useTranslation(['diagnostics', 'server', 'models', 'settings'])
  const formats = useFormats()
  const { known, isBusy, hasFailed } = useDiagnostics()
  useEffect(() => {
    void refreshDiagnostics()
    const timer = setTimeout(() => void refreshDiagnostics(), secondLookMs)
    return () => clearTimeout(timer)
  }, [])
  const groups = useMemo(() => (known ? factGroups(known, t, formats) : []), [known, t, formats])

  return (
    <div className="diagnostics">
      <div className="diagnostics-head">
        <Button
          icon={<RefreshCw aria-hidden />}
          isDisabled={isBusy}
          onPress={() => void refreshDiagnostics()}
        >
          {t('refresh')}
        </Button>
        {known ? <CopyFacts text={groupsToText(groups)} /> : null}
        <span className="diagnostics-quiet">
          {known ? t('asOf', { time: formats.time(known.at) }) : isBusy ? t('loading') : null}
        </span>
      </div>
      {hasFailed ? <InlineError>{t('failed')}</InlineError> : null}
      <div className="diagnostics-groups">
        {groups.map(({ name, facts }) => (
          <section key={name} aria-label={name} className="diagnostics-group">
            <h4>{name}</h4>
            <dl>
              {facts.map(({ label, value }, index) => (
                <div key={`${label} ${index}`}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {known ? <Problems log={known.log} /> : null}
    </div>
  )
}

function CopyFacts({ text }: { readonly text: string }): ReactNode {
  const { t } = useTranslation('diagnostics')
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === text
  return (
    <Button
      icon={isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
    >
      {t(isCopied ? 'copied' : 'copy')}
    </Button>
  )
}
