import type { askCommands } from '#shared/contract/ask.ts'
import { err, ok } from '#shared/base/result.ts'
import { deleteQuestions, hasQuestion, putQuestion, readQuestion } from '../ask/question-rows.ts'
import { getMeta, markErased } from '../store/meta.ts'
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
    if (questionId === null) ask.forgotten.clear()
    const question = questionId === null ? null : readQuestion(db, questionId)
    if (!deleteQuestions(db, questionId)) return ok()
    // What was asked must not be found in the file either.
    const erasure = { before: getMeta(db, 'erased'), after: context.nextId() }
    markErased(db, erasure.after)
    if (question) ask.forgotten.keep(question, erasure)
    changed.add('questions', ...(questionId === null ? ['question:all'] : [`question:${questionId}`]))
    return ok()
  },
  'ask.restore'(context, { questionId }) {
    const me = requireMe(context)
    if (!me.ok) return me
    const { db, ask, changed } = context
    // Asked anew under the same id meanwhile: that one stays.
    if (hasQuestion(db, questionId)) return ok()
    const question = ask.forgotten.take(questionId, getMeta(db, 'erased'))
    if (!question) return err({ type: 'not-found', what: 'question' })
    putQuestion(db, question)
    changed.add('questions', `question:${questionId}`)
    return ok()
  },
}
