/** Messages to passages: runs of one conversation, told by topic and by closeness in time. */
import type { Chunk } from './chunk.ts'
import { packParagraphs } from './entry-chunks.ts'
import { createLanguageOf, type Language } from './language.ts'
import { sizeOf, sizes } from './size.ts'

export interface RunMessage {
  readonly id: string
  readonly authorId: string | null
  readonly topic: string | null
  /** Empty where it was deleted. */
  readonly text: string
  readonly sentAt: number
}

/** Who pauses longer begins to speak of something else. */
const pauseMs = 10 * 60_000

interface Run {
  readonly first: RunMessage
  readonly texts: string[]
  size: number
  lastAt: number
}

/** @param messages of one channel, in their order; conversations about several topics may go on at once */
export function chunkMessages(messages: Iterable<RunMessage>): Chunk[] {
  const languageOf = createLanguageOf()
  const runs: Run[] = []
  const open = new Map<string | null, Run>()
  for (const message of messages) {
    const text = message.text.trim()
    if (text === '') continue
    const size = sizeOf(text)
    const run = open.get(message.topic)
    if (run && message.sentAt - run.lastAt < pauseMs && run.size + size <= sizes.full) {
      run.texts.push(text)
      run.size += size
      run.lastAt = message.sentAt
      continue
    }
    const next = { first: message, texts: [text], size, lastAt: message.sentAt }
    open.set(message.topic, next)
    runs.push(next)
  }
  return runs.flatMap(({ first, texts }) =>
    [...packParagraphs(texts.join('\n'))].map((text) => chunkOf(first, text, languageOf(text))),
  )
}

function chunkOf({ id, authorId, topic, sentAt }: RunMessage, text: string, language: Language): Chunk {
  return {
    part: id,
    headings: topic === null ? [] : [topic],
    text,
    language,
    authorId,
    at: sentAt,
  }
}
