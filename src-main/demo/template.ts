/**
 * Templates of the demo's sentences. `{slot}` takes a value from the case at hand, `<a|b|c>` picks one wording
 * (nesting allowed; a `>` that begins a line is Markdown's quote), `¶` is a line break and `´` stands for a backtick, so that content can be written as plain
 * template literals. Compiled once a generator, since the large set renders more than a million of them.
 */
import type { Random } from '#shared/base/random.ts'

type Part = string | { readonly slot: string } | { readonly options: readonly Template[] }
export type Template = readonly Part[]
export type SlotReader = (name: string) => string

/** Throws on an unbalanced bracket: content is part of the program, so that is a bug. */
export function compileTemplate(source: string): Template {
  const reader = { text: source.replaceAll('¶', '\n').replaceAll('´', '`'), at: 0 }
  const parts = readSequence(reader, false)
  if (reader.at < reader.text.length) throw new Error(`Unbalanced ">" in demo template: ${source}`)
  return parts
}

export function renderTemplate(template: Template, random: Random, slot: SlotReader): string {
  let text = ''
  for (const part of template) {
    if (typeof part === 'string') text += part
    else if ('slot' in part) text += slot(part.slot)
    else text += renderTemplate(random.pick(part.options), random, slot)
  }
  return text
}

interface Reader {
  readonly text: string
  at: number
}

function readSequence(reader: Reader, nested: boolean): Template {
  const parts: Part[] = []
  let plain = ''
  const flush = (): void => {
    if (plain !== '') parts.push(plain)
    plain = ''
  }
  while (reader.at < reader.text.length) {
    const char = reader.text.charAt(reader.at)
    const quote = !nested && plain.endsWith('\n')
    if ((char === '>' && !quote) || (nested && char === '|')) break
    reader.at += 1
    if (char === '{') {
      const end = reader.text.indexOf('}', reader.at)
      if (end < 0) throw new Error(`Unbalanced "{" in demo template: ${reader.text}`)
      flush()
      parts.push({ slot: reader.text.slice(reader.at, end) })
      reader.at = end + 1
    } else if (char === '<') {
      flush()
      parts.push({ options: readOptions(reader) })
    } else {
      plain += char
    }
  }
  flush()
  return parts
}

function readOptions(reader: Reader): readonly Template[] {
  const options: Template[] = []
  for (;;) {
    options.push(readSequence(reader, true))
    const char = reader.text.charAt(reader.at)
    reader.at += 1
    if (char === '>') return options
    if (char !== '|') throw new Error(`Unbalanced "<" in demo template: ${reader.text}`)
  }
}
