/** Ollama's own interface: /api/chat answers with one JSON object a line, /api/tags lists the models that are there. */
import { z } from 'zod'
import { readJson, readLines, parseJson, type HttpDeps } from './lines.ts'
import { checked, guardLength, type ProviderPlace } from './guards.ts'
import { ProviderFailure, providerLimits, type AnswerProvider } from './provider.ts'

const chatLine = z.object({
  message: z.object({ content: z.string() }).optional(),
  done: z.boolean().optional(),
  error: z.string().optional(),
})
const tags = z.object({
  models: z.array(z.object({ name: z.string().max(300), size: z.number().optional() })).max(2_000),
})

export function createOllama(deps: HttpDeps, { address, model, key }: ProviderPlace): AnswerProvider {
  return {
    async *write({ messages, answerTokens, contextTokens }, signal) {
      const body = {
        model,
        messages: messages.map(({ role, text }) => ({ role, content: text })),
        stream: true,
        options: { num_ctx: contextTokens, num_predict: answerTokens, temperature: 0 },
      }
      const call = { url: `${address}/api/chat`, key, body, firstMs: providerLimits.firstMs }
      const guard = guardLength(answerTokens)
      let isKnown = false
      for await (const line of readLines(deps, call, signal)) {
        if (line.trim() === '') continue
        const parsed = chatLine.safeParse(parseJson(line))
        if (
          !parsed.success ||
          (!parsed.data.message && !parsed.data.done && parsed.data.error === undefined)
        ) {
          // One broken line in a stream that is otherwise well is left out.
          if (isKnown) continue
          throw new ProviderFailure({ type: 'not-a-provider' })
        }
        isKnown = true
        const { message, done, error } = parsed.data
        if (error !== undefined) throw new ProviderFailure({ type: 'refused', status: 500 })
        if (message && message.content !== '') yield guard(message.content)
        if (done) return
      }
      throw new ProviderFailure({ type: isKnown ? 'unreachable' : 'not-a-provider' })
    },
    check: (signal) =>
      checked(async () => {
        const call = { url: `${address}/api/tags`, key, body: null, firstMs: providerLimits.checkMs }
        const answer = tags.safeParse(await readJson(deps, call, signal))
        if (!answer.success) throw new ProviderFailure({ type: 'not-a-provider' })
        return answer.data.models.map(({ name, size }) => ({ id: name, bytes: size ?? null }))
      }),
  }
}
