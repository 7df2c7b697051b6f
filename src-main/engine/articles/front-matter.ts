/**
 * What stands over the text of an exported article: `---`, lines of `key: value`, `---`. Values are written as JSON,
 * which is YAML too; read are also the bare words, lists in brackets and lists of lines that people write by hand.
 */
export type FrontMatter = Readonly<Record<string, string | readonly string[]>>

export function writeFrontMatter(fields: FrontMatter): string {
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return ['---', ...lines, '---', '', ''].join('\n')
}

/** Without front matter all of it is text. */
export function readFrontMatter(source: string): { readonly fields: FrontMatter; readonly text: string } {
  const text = source.replace(/^\uFEFF/, '')
  const end = /^---[ \t]*\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/.exec(text)
  if (!end) return { fields: {}, text }
  const fields = new Map<string, string | string[]>()
  let list: string[] | null = null
  for (const line of (end[1] ?? '').split(/\r?\n/)) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1]
    if (item !== undefined && list) {
      list.push(readScalar(item))
      continue
    }
    const [, key, value = ''] = /^([A-Za-z][\w-]{0,40})\s*:\s?(.*)$/.exec(line) ?? []
    if (key === undefined) continue
    const parsed = readValue(value.trim())
    list = value.trim() === '' ? [] : null
    fields.set(key, list ?? parsed)
  }
  return { fields: Object.fromEntries(fields), text: text.slice(end[0].length).replace(/^\r?\n/, '') }
}

function readValue(value: string): string | string[] {
  if (!value.startsWith('[')) return readScalar(value)
  try {
    const parsed: unknown = JSON.parse(value)
    if (Array.isArray(parsed)) return parsed.filter((item) => typeof item === 'string')
  } catch {
    // Brackets with bare words.
  }
  return value
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((item) => readScalar(item.trim()))
    .filter((item) => item !== '')
}

function readScalar(value: string): string {
  if (/^".*"$/.test(value)) {
    try {
      const parsed: unknown = JSON.parse(value)
      if (typeof parsed === 'string') return parsed
    } catch {
      return value.slice(1, -1)
    }
  }
  return /^'.*'$/.test(value) ? value.slice(1, -1).replaceAll("''", "'") : value
}
