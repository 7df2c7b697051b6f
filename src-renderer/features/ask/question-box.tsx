/** Where questions are asked. Enter asks; up and down bring earlier questions back. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { askQuestion, maxQuestionLength } from '../../state/asking.ts'
import { useLiveQuery } from '../../state/live.ts'
import { setPreferences, usePreferences } from '../../state/preferences.ts'
import { useUi } from '../../state/ui.ts'
import { Button, InlineError, Kbd, Select, TextArea } from '../../ui/index.ts'
import { setAskText, useAsk } from './ask-state.ts'
import { nothingRecalled, recall } from './model/earlier-questions.ts'

export interface QuestionBoxProps {
  /** A question is open under it: then the keys are its. */
  readonly hasOpen: boolean
  /** The question was asked, and is open now. */
  readonly onAsked: () => void
}

export function QuestionBox({ hasOpen, onAsked }: QuestionBoxProps): ReactNode {
  const { t } = useTranslation('ask')
  const formats = useFormats()
  const text = useAsk((state) => state.text)
  const field = useRef<HTMLTextAreaElement>(null)
  const [recalled, setRecalled] = useState(nothingRecalled)
  const { rows } = useLiveQuery('ask.history', {})
  const isTooLong = text.length > maxQuestionLength
  const isEmpty = text.trim() === ''

  const focusRequests = useUi((ui) => ui.askFocusRequests)
  const seenRequests = useRef(0)
  useEffect(() => {
    const isAsked = focusRequests !== seenRequests.current
    seenRequests.current = focusRequests
    if (hasOpen && !isAsked) return
    field.current?.focus()
    field.current?.select()
  }, [focusRequests, hasOpen])

  const send = async (): Promise<void> => {
    if (isEmpty || isTooLong) return
    setAskText('')
    setRecalled(nothingRecalled)
    if (await askQuestion(text)) onAsked()
    else setAskText(text)
  }
  /** Only where the cursor cannot move further itself. */
  const step = (by: 1 | -1): boolean => {
    const { selectionStart = 0, selectionEnd = 0, value = '' } = field.current ?? {}
    const isAtEdge =
      by === 1 ? !value.slice(0, selectionStart).includes('\n') : !value.slice(selectionEnd).includes('\n')
    const next = isAtEdge
      ? recall(
          rows.map((row) => row.text),
          recalled,
          text,
          by,
        )
      : null
    if (!next) return false
    setRecalled(next.recall)
    setAskText(next.text)
    return true
  }

  return (
    <form
      className="ask-box"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextArea
        label={t('box.label')}
        isLabelHidden
        isBare
        minRows={1}
        maxRows={8}
        className="ask-box-text"
        placeholder={hasOpen ? t('box.placeholderAgain') : t('box.placeholder')}
        value={text}
        onChange={(next) => {
          setAskText(next)
          setRecalled(nothingRecalled)
        }}
        textAreaRef={field}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault()
            void send()
          } else if (event.key === 'ArrowUp' && !event.altKey && step(1)) event.preventDefault()
          else if (event.key === 'ArrowDown' && !event.altKey && step(-1)) event.preventDefault()
          else if (event.key === 'Escape' && isEmpty) field.current?.blur()
          else event.continuePropagation()
        }}
      />
      {isTooLong ? (
        <InlineError>
          {t('box.tooLong', {
            max: formats.number(maxQuestionLength),
            count: text.length,
            number: formats.number(text.length),
          })}
        </InlineError>
      ) : null}
      <footer className="ask-box-foot">
        <AnsweredBySelect />
        <span className="ask-box-hint">{t('box.hint')}</span>
        <Button
          variant="primary"
          type="submit"
          isDisabled={isEmpty || isTooLong}
          trailing={<Kbd keys="Enter" />}
        >
          {t('box.ask')}
        </Button>
      </footer>
    </form>
  )
}

const noModel = 'none'

/** Only where there is something to choose from. */
function AnsweredBySelect(): ReactNode {
  const { t } = useTranslation('ask')
  const { status, rows } = useLiveQuery('provider.list', {})
  const chosen = usePreferences(({ askWith }) => askWith)
  const isKnown = rows.some(({ key }) => key === chosen)
  // A provider that was removed must not be asked for ever.
  useEffect(() => {
    if (status === 'ready' && chosen !== '' && !isKnown) setPreferences({ askWith: '' })
  }, [status, chosen, isKnown])
  if (rows.length === 0) return null
  return (
    <Select
      label={t('box.with')}
      isLabelHidden
      options={[
        { id: noModel, label: t('box.onDevice') },
        ...rows.map(({ key, name, model }) => ({ id: key, label: `${name} · ${model}` })),
      ]}
      value={isKnown ? chosen : noModel}
      onChange={(id) => setPreferences({ askWith: id === noModel ? '' : id })}
    />
  )
}
