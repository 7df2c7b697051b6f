/** A question with its answer, in whatever state it is. */
import { Copy, PencilLine, RotateCw, Square } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Question } from '#shared/contract/ask.ts'
import { useShortcuts } from '../../../state/shortcuts.ts'
import { Button, IconButton, Menu, MenuItem, RelativeTime, useFrameMode } from '../../../ui/index.ts'
import { askAgain, cancel, copy, editQuestion, openSource } from '../ask-actions.ts'
import { citedNumbers } from '../model/answer-blocks.ts'
import { Sources } from '../sources/sources-pane.tsx'
import { AnswerParts } from './answer-parts.tsx'
import { AnswerFoot } from './answer-foot.tsx'
import { Approval } from './approval.tsx'
import { AnswerFailed, NotFound } from './no-answer.tsx'

const sourceKeys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export const Answer = memo(function Answer({ question }: { readonly question: Question }): ReactNode {
  const { t } = useTranslation('ask')
  const mode = useFrameMode()
  const { id, state, parts, passages } = question
  const isBusy = state.type === 'searching' || state.type === 'writing'
  const hasAnswer = parts.length > 0
  const sourceOf = (number: number) => passages.find((passage) => passage.number === number)

  useShortcuts('ask', [
    {
      action: 'ask.cancel',
      keys: 'Escape',
      label: t('key.cancel'),
      run: () => cancel(id),
      when: () => isBusy || state.type === 'awaiting-approval',
      inTextFields: true,
      isHiddenInPalette: !isBusy,
    },
    {
      action: 'ask.again',
      keys: 'r',
      label: t('key.again'),
      run: () => askAgain(question),
      when: () => !isBusy,
    },
    {
      action: 'ask.copy',
      keys: 'y',
      label: t('key.copy'),
      run: () => void copy(question, 'text'),
      when: () => hasAnswer,
    },
    ...sourceKeys.map((number) => ({
      action: `ask.source${number}`,
      keys: String(number),
      label: t('key.source', { number }),
      run: () => {
        const passage = sourceOf(number)
        if (passage) openSource(passage)
      },
      when: () => sourceOf(number) !== undefined,
      isHiddenInPalette: true,
    })),
  ])

  return (
    <article className="ask-answer" aria-label={question.text}>
      <header className="ask-question">
        <h2>{question.text}</h2>
        <div className="ask-question-foot">
          <RelativeTime atMs={question.askedAt} />
          <IconButton
            size="small"
            label={t('answer.edit')}
            icon={<PencilLine aria-hidden />}
            onPress={() => editQuestion(question.text)}
          />
          <IconButton
            size="small"
            label={t('answer.again')}
            shortcut="r"
            icon={<RotateCw aria-hidden />}
            isDisabled={isBusy}
            onPress={() => askAgain(question)}
          />
          {hasAnswer ? <CopyMenu question={question} /> : null}
        </div>
      </header>
      <Announcement question={question} />
      {isBusy ? (
        <div className="ask-busy">
          <span className="ask-busy-words">
            {state.type === 'searching' ? t('answer.searching') : t('answer.writing')}
          </span>
          <Button size="small" icon={<Square aria-hidden />} onPress={() => cancel(id)}>
            {t('answer.cancel')}
          </Button>
        </div>
      ) : null}
      {state.type === 'awaiting-approval' ? <Approval question={question} outgoing={state.outgoing} /> : null}
      {state.type === 'not-found' ? <NotFound question={question} /> : null}
      {state.type === 'failed' ? <AnswerFailed question={question} error={state.error} /> : null}
      {state.type === 'cancelled' ? (
        <p className="ask-stopped">
          <strong>{t('cancelled.title')}.</strong> {t('cancelled.text')}
        </p>
      ) : null}
      {hasAnswer ? <AnswerParts question={question} /> : null}
      {hasAnswer && !isBusy ? <AnswerFoot question={question} /> : null}
      {mode !== 'wide' && state.type !== 'not-found' ? <Sources question={question} /> : null}
    </article>
  )
})

function CopyMenu({ question }: { readonly question: Question }): ReactNode {
  const { t } = useTranslation('ask')
  return (
    <Menu
      label={t('answer.copy')}
      trigger={<IconButton size="small" label={t('answer.copy')} icon={<Copy aria-hidden />} />}
    >
      <MenuItem label={t('answer.copyText')} shortcut="y" onAction={() => void copy(question, 'text')} />
      <MenuItem label={t('answer.copyMarkdown')} onAction={() => void copy(question, 'markdown')} />
    </Menu>
  )
}

/** What a screen reader says; the answer itself is read at the person's own pace. */
function Announcement({ question: { state, parts } }: { readonly question: Question }): ReactNode {
  const { t } = useTranslation('ask')
  const sentence = (): string => {
    switch (state.type) {
      case 'searching':
        return t('answer.searching')
      case 'writing':
        return t('answer.writing')
      case 'done':
        return t('answer.ready', { count: citedNumbers(parts).length })
      case 'not-found':
        return t('notFound.title')
      case 'cancelled':
        return t('cancelled.title')
      case 'awaiting-approval':
      case 'failed':
        return ''
    }
  }
  return (
    <p className="ui-visually-hidden" role="status">
      {sentence()}
    </p>
  )
}
