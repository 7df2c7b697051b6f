/**
 * Questions in flight. A question is searched for on this device; its answer is taken out of what was found, or written by a
 * model that the person chose and that is sent only what may go there. It ends in the store, however it ends.
 */
import type { QuestionId } from '#shared/base/ids.ts'
import type { Log } from '#shared/base/log.ts'
import type { Timers } from '#shared/base/timers.ts'
import type { AnswerState, Question } from '#shared/contract/ask.ts'
import type { CommandContext } from '../commands/context.ts'
import type { Gathered, GatherInput } from '../search/answers/gather.ts'
import type { Support, SupportPassage } from '../search/answers/support.ts'
import { errorCode } from '../store/errors.ts'
import type { AskHooks, NewQuestion } from './hooks.ts'
import type { ProviderKeys } from './keys.ts'
import type { LocalModels } from './model-file/local-models.ts'
import { listPassages, prepareSending, type Sending } from './prepare.ts'
import { findProvider, isApproved, placeOf, putProvider, type Provider } from './provider-rows.ts'
import { createProvider } from './providers/create-provider.ts'
import { ProviderFailure, type ProviderFetch } from './providers/provider.ts'
import { endUnfinished, hasQuestion, putQuestion } from './question-rows.ts'
import { createThrottle } from './throttle.ts'
import { writeAnswer } from './write-answer.ts'

/** What asking needs of the world; the engine's caller hands it in. */
export interface AskOptions {
  readonly fetch: ProviderFetch
  readonly timers: Timers
  readonly keys: ProviderKeys
  /** Null where this program runs no model files. */
  readonly localModels: LocalModels | null
}

/** What the search reader does for it. */
export interface AskWork {
  gather(input: GatherInput, signal: AbortSignal): Promise<Gathered>
  support(sentence: string, cited: readonly SupportPassage[]): Promise<Support>
}

export interface AskDeps {
  readonly context: CommandContext
  readonly transact: <T>(work: () => T, durability?: 'relaxed') => T
  readonly invalidate: (keys: ReadonlySet<string>) => void
  readonly work: AskWork
  /** Null: no provider can be reached. */
  readonly options: AskOptions | null
  readonly log: Log
}

export interface Ask extends Omit<AskHooks, 'forgotten'> {
  /** As it is now; null for one that is not in flight. */
  find(id: QuestionId): Question | null
  /** Resolves when no question is in flight but those that wait for approval. */
  idle(): Promise<void>
  dispose(): Promise<void>
}

interface Job {
  readonly stop: AbortController
  readonly asked: NewQuestion
  question: Question
  /** Goes on where the person approved what is shown. */
  approved: ((remember: boolean) => void) | null
  /** What is known is not to be stored any more. */
  isDropped: boolean
  savedAt: number
  done: Promise<void>
}

/** How often a window hears of an answer that grows, and how often it is stored meanwhile. */
const tellMs = 60
const saveMs = 2_000

export function createAsk({ context, transact, invalidate, work, options, log }: AskDeps): Ask {
  const { db } = context
  const jobs = new Map<QuestionId, Job>()
  const throttle = createThrottle(options?.timers ?? null, tellMs)
  transact(() => endUnfinished(db))

  const tell = (id: QuestionId) => invalidate(new Set([`question:${id}`]))
  /** Stores the question as it is, unless it was forgotten meanwhile. */
  const save = (job: Job, durability?: 'relaxed') => {
    job.savedAt = context.now()
    transact(() => {
      if (job.isDropped || jobs.get(job.question.id) !== job || !hasQuestion(db, job.question.id)) return
      putQuestion(db, job.question)
      context.changed.add(`question:${job.question.id}`, 'questions')
    }, durability)
  }
  const show = (job: Job, change: Partial<Question>) => {
    job.question = { ...job.question, ...change }
  }
  const end = (job: Job, state: AnswerState) => {
    if (job.isDropped) return
    show(job, { state })
    save(job)
  }

  const run = async (job: Job): Promise<void> => {
    const { signal } = job.stop
    const found = await work.gather({ text: job.asked.text }, signal)
    if (signal.aborted) return
    const { providerId } = job.asked
    show(job, listPassages(found))
    if (providerId === null || !found.isAnswerable) {
      end(job, { type: found.isAnswerable ? 'done' : 'not-found' })
      return
    }
    show(job, { parts: [] })
    if (!options) throw new ProviderFailure({ type: 'no-provider' })
    for (;;) {
      const provider = findProvider(db, providerId)
      if (!provider) throw new ProviderFailure({ type: 'no-provider' })
      const sending = prepareSending(db, provider, found, job.asked.text, context.nextId())
      if (!sending) {
        // Nothing of it may go there: then this device answers by itself, and says so.
        show(job, { ...listPassages(found), by: { type: 'extract' } })
        end(job, { type: 'done' })
        return
      }
      show(job, sending.shown)
      if (isApproved(provider)) return write(job, provider, sending)
      const remember = await askApproval(job, sending)
      if (remember === null) return
      const now = findProvider(db, providerId)
      // What was shown is what is sent, or it is shown anew.
      if (!now || placeOf(now) !== placeOf(provider) || !sending.isStillAllowed(db, now)) continue
      if (remember) transact(() => approve(now))
      return write(job, now, sending)
    }
  }
  const approve = (provider: Provider) => {
    putProvider(db, { ...provider, approved: placeOf(provider) })
    context.changed.add('providers')
  }
  /** Null where the question was given up. */
  const askApproval = async (job: Job, { outgoing }: Sending): Promise<boolean | null> => {
    end(job, { type: 'awaiting-approval', outgoing })
    return new Promise((resolve) => {
      job.approved = (remember) => {
        job.approved = null
        resolve(remember)
      }
      job.stop.signal.addEventListener('abort', () => resolve(null))
    })
  }
  const write = async (job: Job, provider: Provider, sending: Sending): Promise<void> => {
    if (!options) return
    show(job, { state: { type: 'writing' } })
    save(job, 'relaxed')
    const place = { address: provider.address, model: provider.model, key: options.keys.get(provider.id) }
    const { isEmpty } = await writeAnswer({
      provider: createProvider(provider.type, options, place),
      request: {
        messages: sending.outgoing.messages,
        answerTokens: provider.answerTokens,
        contextTokens: provider.contextTokens,
      },
      passages: sending.passages,
      support: work.support,
      signal: job.stop.signal,
      onParts(parts, evidence) {
        const passages = job.question.passages.map((passage) => ({
          ...passage,
          evidence: evidence.get(passage.number) ?? [],
        }))
        const isFirst = job.question.parts.length === 0
        show(job, { parts, passages })
        if (isFirst || context.now() - job.savedAt >= saveMs) save(job, 'relaxed')
        throttle.run(job.question.id, () => tell(job.question.id))
      },
    })
    if (!job.stop.signal.aborted) end(job, { type: isEmpty ? 'not-found' : 'done' })
  }

  const begin = async (job: Job): Promise<void> => {
    const { id } = job.question
    try {
      // The command's transaction may have been rolled back.
      if (!job.stop.signal.aborted && hasQuestion(db, id)) await run(job)
      if (job.stop.signal.aborted) end(job, { type: 'cancelled' })
    } catch (error) {
      if (job.stop.signal.aborted) end(job, { type: 'cancelled' })
      else if (error instanceof ProviderFailure) end(job, { type: 'failed', error: error.reason })
      else {
        log.error('ask-failed', { code: errorCode(error) })
        end(job, { type: 'failed', error: { type: 'internal' } })
      }
    } finally {
      throttle.drop(id)
      if (jobs.get(id) === job) jobs.delete(id)
      tell(id)
    }
  }

  return {
    start(asked) {
      const before = jobs.get(asked.id)
      if (before) discard(before)
      const provider = asked.providerId === null ? null : findProvider(db, asked.providerId)
      const job: Job = {
        stop: new AbortController(),
        asked,
        question: newQuestion(asked, provider, context.now()),
        approved: null,
        isDropped: false,
        savedAt: context.now(),
        done: Promise.resolve(),
      }
      putQuestion(db, job.question)
      jobs.set(asked.id, job)
      job.done = Promise.resolve().then(() => begin(job))
    },
    approve(id, remember) {
      const job = jobs.get(id)
      const approved = job?.approved
      if (!approved) return false
      queueMicrotask(() => approved(remember))
      return true
    },
    cancel(id) {
      const job = jobs.get(id)
      if (job) queueMicrotask(() => job.stop.abort())
    },
    drop(id) {
      for (const job of id === null ? [...jobs.values()] : [jobs.get(id)]) if (job) discard(job)
    },
    setKey(providerId, key) {
      queueMicrotask(() => {
        // Only what was committed: the row says whether there is a key.
        const hasKey = findProvider(db, providerId)?.hasKey ?? false
        if (hasKey === (key !== null)) options?.keys.set(providerId, key)
      })
    },
    find: (id) => jobs.get(id)?.question ?? null,
    async idle() {
      const busy = () => [...jobs.values()].filter((job) => !job.approved)
      while (busy().length > 0) await Promise.race(busy().map((job) => job.done))
    },
    async dispose() {
      const all = [...jobs.values()]
      for (const job of all) job.stop.abort()
      await Promise.all(all.map((job) => job.done))
    },
  }

  function discard(job: Job): void {
    job.isDropped = true
    jobs.delete(job.question.id)
    queueMicrotask(() => job.stop.abort())
  }
}

function newQuestion({ id, text }: NewQuestion, provider: Provider | null, askedAt: number): Question {
  return {
    id,
    text,
    askedAt,
    by: provider
      ? { type: 'model', providerId: provider.id, providerName: provider.name, model: provider.model }
      : { type: 'extract' },
    state: { type: 'searching' },
    parts: [],
    passages: [],
    tokens: null,
  }
}
