/** Under an answer: who wrote it, from how much, and what in it is not sure. */
import { Cpu, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#shared/contract/ask.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { Banner } from '../../../ui/index.ts'
import { citedNumbers, countUnsupported } from '../model/answer-blocks.ts'

export function AnswerFoot({ question: { by, parts, tokens } }: { readonly question: Question }): ReactNode {
  const { t } = useTranslation('ask')
  const formats = useFormats()
  const unsupported = countUnsupported(parts)
  return (
    <>
      {unsupported > 0 ? (
        <Banner tone="warning" title={t('answer.unsupportedNote', { count: unsupported })} />
      ) : null}
      <footer className="ask-answer-foot">
        {by.type === 'extract' ? (
          <span>
            <ShieldCheck aria-hidden />
            {t('answer.extract', { count: citedNumbers(parts).length })}
          </span>
        ) : (
          <span>
            <Cpu aria-hidden />
            {t('answer.byModel', { model: by.model, provider: by.providerName })}
          </span>
        )}
        {tokens === null ? null : (
          <span title={t('answer.tokensHint')}>
            {t('answer.tokens', { used: formats.number(tokens.used), budget: formats.number(tokens.budget) })}
          </span>
        )}
      </footer>
    </>
  )
}
