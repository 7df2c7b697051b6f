/**
 * What a model writes, cut into parts as it comes: sentences, steps, code, each with the passages that it cites. All of it is
 * plain text from here on: links, images, HTML and other markup lose their meaning and keep their words.
 */
import type { AnswerPart } from '#shared/contract/ask.ts'
import { invisible } from '../search/answers/instructions.ts'
import { splitSentences } from '../search/answers/sentences.ts'

export type WrittenPart = Pick<AnswerPart, 'kind' | 'text' | 'citations'>

export interface AnswerParser {
  /** Parts that are complete now. */
  push(text: string): WrittenPart[]
  /** What is left. */
  end(): WrittenPart[]
}

const citation = /\s*[[【]\s*\^?(\d{1,4}(?:\s*[,;]\s*\^?\d{1,4})*)\s*(?:†[^\]】]*)?[\]】]/gu
const openCitation = /^\s*[[【][^\]】]*$/u
const listMark = /^\s*(?:\d{1,3}[.)]|[-*•‣–·])\s+/u

/** @param known numbers of passages that were sent; others are dropped */
export function createAnswerParser(known: ReadonlySet<number>): AnswerParser {
  let pending = ''
  let code: string[] | null = null
  let isThinking = false
  /** The rest of a line whose beginning is given out already. */
  let isStep = false

  const part = (kind: WrittenPart['kind'], raw: string): WrittenPart[] => {
    const citations = new Set<number>()
    const bare = raw.replace(citation, (_all, numbers: string) => {
      for (const number of numbers.match(/\d+/gu) ?? [])
        if (known.has(Number(number))) citations.add(Number(number))
      return ''
    })
    const text = kind === 'code' ? bare.trimEnd() : plainText(bare)
    // Only signs: what was left of a mark or a rule.
    if (!/[\p{L}\p{N}]/u.test(text)) return []
    return [{ kind, text, citations: [...citations] }]
  }
  /** @param isWhole the line is complete; else its last sentence stays */
  const line = (text: string, isWhole: boolean): { parts: WrittenPart[]; rest: string } => {
    const heading = /^\s*#{1,6}\s+(.*)$/u.exec(text)?.[1]
    if (heading !== undefined)
      return isWhole ? { parts: part('heading', heading), rest: '' } : { parts: [], rest: text }
    if (listMark.test(text)) isStep = true
    if (isStep) {
      // A step stays in one piece.
      if (!isWhole) return { parts: [], rest: text }
      isStep = false
      return { parts: part('step', joinCitations(text.replace(listMark, ''))), rest: '' }
    }
    const joined = joinCitations(text)
    const spans = splitSentences(joined)
    const last = spans.at(-1)
    if (!last || isWhole) {
      return { parts: spans.flatMap(([from, to]) => part('sentence', joined.slice(from, to))), rest: '' }
    }
    const rest = joined.slice(last[0])
    if (spans.length < 2 || openCitation.test(rest)) return { parts: [], rest: text }
    const complete = spans.slice(0, -1)
    return { parts: complete.flatMap(([from, to]) => part('sentence', joined.slice(from, to))), rest }
  }
  const take = (isEnd: boolean): WrittenPart[] => {
    const parts: WrittenPart[] = []
    for (;;) {
      if (isThinking) {
        const end = pending.search(/<\/think(?:ing)?>/iu)
        if (end < 0) break
        pending = pending.slice(pending.indexOf('>', end) + 1)
        isThinking = false
      }
      const opening = /^\s*<think(?:ing)?>/iu.exec(pending)
      if (opening) {
        pending = pending.slice(opening[0].length)
        isThinking = true
        continue
      }
      const at = pending.indexOf('\n')
      if (at < 0) break
      const text = pending.slice(0, at)
      pending = pending.slice(at + 1)
      if (/^\s*(?:```|~~~)/u.test(text)) {
        if (code) parts.push(...part('code', code.join('\n')))
        code = code ? null : []
      } else if (code) code.push(text)
      else parts.push(...line(text, true).parts)
    }
    if (isThinking || code || (!isEnd && /^\s*(?:<|`|~)/u.test(pending))) return parts
    const { parts: more, rest } = line(pending, false)
    pending = rest
    return [...parts, ...more]
  }
  return {
    push(text) {
      pending += text.replaceAll('\r\n', '\n')
      return take(false)
    },
    end() {
      const parts = take(true)
      if (isThinking) return parts
      const rest = code ? part('code', [...code, pending].join('\n')) : line(pending, true).parts
      pending = ''
      code = null
      return [...parts, ...rest]
    },
  }
}

/** "So it is. [1] Then" becomes "So it is [1]. Then": a citation belongs to the sentence before it. */
function joinCitations(text: string): string {
  return text.replace(/([.!?…]+["'”“»)]*)((?:\s*[[【]\s*\^?\d[^\]】]*[\]】])+)/gu, '$2$1')
}

/** Words without what a renderer, a browser or a person's eye could be misled by. */
export function plainText(text: string): string {
  return text
    .replace(invisible, '')
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/gu, '$1')
    .replace(/!?\[([^\]]*)\]\[[^\]]*\]/gu, '$1')
    .replace(/<(?:\/?[a-z][^<>]*|!--[\s\S]*?--)>/giu, '')
    .replace(/\*\*|__|~~|`/gu, '')
    .replace(/^\s*>+\s?/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/\s+([.,;:!?…])/gu, '$1')
    .trim()
}
