/** Before anything goes to a language model for the first time: all of it, word for word. Nothing is sent by itself. */
import { Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outgoing, Question } from '#shared/contract/ask.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { Button, ScrollBox } from '../../../ui/index.ts'
import { approve, askAgain } from '../ask-actions.ts'

export interface ApprovalProps {
  readonly question: Question
  readonly outgoing: Outgoing
}

export function Approval({ question, outgoing }: ApprovalProps): ReactNode {
  const { t } = useTranslation('ask')
  const formats = useFormats()
  const { providerName, isFile, model, address, messages, passages, withheld, tokens, tokenBudget } = outgoing
  return (
    <section className="ask-approval" aria-labelledby="ask-approval-title">
      <h3 id="ask-approval-title" role="alert">
        {t('approval.title', { provider: providerName })}
      </h3>
      <p>{isFile ? t('approval.textFile', { file: address }) : t('approval.text', { model, address })}</p>
      <ul className="ask-approval-facts">
        <li>
          {passages.length === 0
            ? t('approval.noPassages')
            : t('approval.passages', { count: passages.length })}
          {passages.length === 0 ? null : `: ${passages.map((number) => `[${number}]`).join(' ')}`}
        </li>
        {withheld > 0 ? <li>{t('approval.withheld', { count: withheld })}</li> : null}
        <li title={t('answer.tokensHint')}>
          {t('approval.tokens', { used: formats.number(tokens), budget: formats.number(tokenBudget) })}
        </li>
      </ul>
      {messages.map(({ role, text }, index) => (
        <div key={index} className="ask-approval-message">
          <h4>{t(`approval.role.${role}`)}</h4>
          <ScrollBox as="pre" label={t(`approval.role.${role}`)}>
            {text}
          </ScrollBox>
        </div>
      ))}
      <div className="ask-approval-actions">
        <Button variant="primary" icon={<Send aria-hidden />} onPress={() => approve(question.id, false)}>
          {t('approval.send')}
        </Button>
        <Button onPress={() => approve(question.id, true)}>{t('approval.remember')}</Button>
        <Button variant="ghost" onPress={() => askAgain(question, false)}>
          {t('approval.extract')}
        </Button>
      </div>
    </section>
  )
}
