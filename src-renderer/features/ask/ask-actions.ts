/** What can be done with questions. */
import type { QuestionId } from '#shared/base/ids.ts'
import type { CitedPassage, Question, QuestionRow } from '#shared/contract/ask.ts'
import { chosenProvider } from '../../state/asking.ts'
import { runCommand, undoable } from '../../state/commands.ts'
import { i18n } from '../../state/i18n.ts'
import { getRoute, navigate } from '../../state/navigation.ts'
import { showPassage } from '../../state/quote.ts'
import { showToast } from '../../state/toasts.ts'
import { requestAskFocus } from '../../state/ui.ts'
import { placeLine } from '../../passages/place-words.ts'
import { setAskText } from './ask-state.ts'
import { copyAnswer, type CopyFormat } from './model/copy-answer.ts'

/** The same question once more, in its place. */
export function askAgain({ id, text, by }: Question, isWithModel = by.type === 'model'): void {
  const providerId = !isWithModel ? null : by.type === 'model' ? by.providerId : chosenProvider()
  void runCommand('ask.start', { questionId: id, text, providerId })
}

export function cancel(questionId: QuestionId): void {
  void runCommand('ask.cancel', { questionId })
}

export function approve(questionId: QuestionId, remember: boolean): void {
  void runCommand('ask.approve', { questionId, remember })
}

/** Puts the question into the box, to be asked in other words. */
export function editQuestion(text: string): void {
  setAskText(text)
  requestAskFocus()
}

/** Takes it off this device; what can be taken back is in memory only. */
export async function forget({ key }: QuestionRow): Promise<void> {
  const isOpen = (): boolean => {
    const route = getRoute()
    return route.area === 'ask' && route.questionId === key
  }
  const wasOpen = isOpen()
  const result = await undoable(
    i18n.t('ask:history.deleted'),
    () => runCommand('ask.forget', { questionId: key }),
    async () => {
      const restored = await runCommand('ask.restore', { questionId: key })
      if (restored.ok && wasOpen && getRoute().area === 'ask') navigate({ area: 'ask', questionId: key })
      return restored
    },
  )
  if (result.ok && isOpen()) navigate({ area: 'ask' })
}

export async function forgetAll(): Promise<void> {
  const result = await runCommand('ask.forget', { questionId: null })
  if (result.ok && getRoute().area === 'ask') navigate({ area: 'ask' })
}

/** Leads to a source, with what the answer rests on marked. */
export function openSource(passage: CitedPassage): void {
  showPassage(
    passage,
    passage.evidence.map(([start, end]) => passage.text.slice(start, end)),
  )
}

export async function copy(question: Question, format: CopyFormat): Promise<void> {
  await navigator.clipboard.writeText(answerText(question, format))
  showToast({ id: 'copied', tone: 'success', text: i18n.t('ask:answer.copied') })
}

function answerText({ text, parts, passages, by }: Question, format: CopyFormat): string {
  const t = i18n.getFixedT(i18n.language, 'ask')
  return copyAnswer({ question: text, parts, passages, isExtract: by.type === 'extract' }, format, {
    sourcesHeading: t('answer.sourcesHeading'),
    unsupported: t('answer.unsupported'),
    placeLine: ({ place }) => placeLine(place, t),
  })
}
