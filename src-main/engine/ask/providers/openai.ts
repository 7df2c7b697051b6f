/** OpenAI's chat completions, as many servers speak them: events with `data:` in front, and `[DONE]` at the end. */
import { z } from 'zod'
import { readJson, readLines, parseJson, type HttpDeps } from './lines.ts'
import { checked, guardLength, type ProviderPlace } from './guards.ts'
import { ProviderFailure, providerLimits, type AnswerProvider } from './provider.ts'

const content = z.object({ content: z.string().nullish() }).optional()
const chunk = z.object({
  choices: z
    .array(z.object({ delta: content, message: content, finish_reason: z.string().nullish() }))
    .optional(),
  error: z.unknown().optional(),
})
const models = z.object({ data: z.array(z.object({ id: z.string().max(300) })).max(5_000) })

export function createOpenAi(deps: HttpDeps, { address, model, key }: ProviderPlace): AnswerProvider {
  return {
    async *write({ messages, answerTokens }, signal) {
      const body = {
        model,
        messages: messages.map(({ role, text }) => ({ role, content: text })),
        stream: true,
        max_tokens: answerTokens,
        temperature: 0,
      }
      const call = { url: `${address}/chat/completions`, key, body, firstMs: providerLimits.firstMs }
      const guard = guardLength(answerTokens)
      let isKnown = false
      let isOver = false
      const whole: string[] = []
      for await (const line of readLines(deps, call, signal)) {
        const data = /^data:\s?(.*)$/u.exec(line)?.[1]
        if (data === undefined) {
          // Comments and names of events; or a server that does not stream and answers with one object.
          if (!isKnown && !/^(?::|event:|id:|retry:)/u.test(line)) whole.push(line)
          continue
        }
        if (data.trim() === '[DONE]') return
        const parsed = chunk.safeParse(parseJson(data))
        if (!parsed.success) {
          if (isKnown) continue
          throw new ProviderFailure({ type: 'not-a-provider' })
        }
        isKnown = true
        if (parsed.data.error !== undefined && parsed.data.error !== null)
          throw new ProviderFailure({ type: 'refused', status: 500 })
        const choice = parsed.data.choices?.[0]
        const text = choice?.delta?.content ?? ''
        if (text !== '') yield guard(text)
        if (typeof choice?.finish_reason === 'string') isOver = true
      }
      // Some servers end after the reason and say no more.
      if (isOver) return
      if (isKnown) throw new ProviderFailure({ type: 'unreachable' })
      const parsed = chunk.safeParse(parseJson(whole.join('\n')))
      const text = parsed.success ? parsed.data.choices?.[0]?.message?.content : undefined
      if (typeof text !== 'string') throw new ProviderFailure({ type: 'not-a-provider' })
      yield guard(text)
    },
    check: (signal) =>
      checked(async () => {
        const call = { url: `${address}/models`, key, body: null, firstMs: providerLimits.checkMs }
        const answer = models.safeParse(await readJson(deps, call, signal))
        if (!answer.success) throw new ProviderFailure({ type: 'not-a-provider' })
        return answer.data.data.map(({ id }) => ({ id, bytes: null }))
      }),
  }
}
