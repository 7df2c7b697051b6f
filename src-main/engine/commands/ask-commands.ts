import type { askCommands } from '#shared/contract/ask.ts'
import { err, ok } from '#shared/base/result.ts'
import { deleteQuestions, hasQuestion } from '../ask/question-rows.ts'
import { markErased } from '../store/meta.ts'
import { requireMe, type CommandHandlers } from './context.ts'

export const askHandlers: CommandHandlers<keyof typeof askCommands> = {
  'ask.start'(context, { questionId, text, providerId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    context.ask.start({ id: questionId, text: text.trim(), providerId })
    context.changed.add('questions', `question:${questionId}`)
    return ok()
  },
  'ask.approve'(context, { questionId, remember }) {
    const me = requireMe(context)
    if (!me.ok) return me
    return context.ask.approve(questionId, remember) ? ok() : err({ type: 'not-found', what: 'question' })
  },
  'ask.cancel'(context, { questionId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, ask } = context
    if (!hasQuestion(db, questionId)) return err({ type: 'not-found', what: 'question' })
    ask.cancel(questionId)
    return ok()
  },
  'ask.forget'(context, { questionId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, ask, changed } = context
    ask.drop(questionId)
    if (!deleteQuestions(db, questionId)) return ok()
    // What was asked must not be found in the file either.
    markErased(db, context.nextId())
    changed.add('questions', ...(questionId === null ? ['question:all'] : [`question:${questionId}`]))
    return ok()
  },
}
