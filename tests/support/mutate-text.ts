/** Thousands of wrong spellings of a right text, out of one seed. */
import { createRandom } from '#shared/base/random.ts'

const inserts = [
  ...[
    '\0',
    '\n',
    '\r\n--inspect',
    '\t',
    ' ',
    '%00',
    '%2e%2e%2f',
    '%2F',
    '%5c',
    '%252e',
    '..',
    '../',
    '..\\',
    '/',
    '//',
    '\\',
  ],
  ...[
    '@',
    ':',
    '#',
    '?',
    '&',
    '=',
    ';',
    '"',
    "'",
    '`',
    '$(id)',
    '<script>',
    '{{name}}',
    '%',
    '%zz',
    '%c0%ae',
    '%ff',
  ],
  ...[
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\ud800',
    '\udfff',
    'ａ',
    'ı',
    'K',
    '。',
    '⁄',
    '／',
    'xn--',
    '[::1]',
    '0x7f.1',
  ],
  ...[
    'javascript:',
    'file:///',
    'outpost://',
    'OUTPOST:',
    'data:',
    '--no-sandbox',
    'CON',
    '::$DATA',
    '~',
    'x'.repeat(3_000),
  ],
]

export function* mutationsOfText(texts: readonly string[], seed: number, count: number): Generator<string> {
  const random = createRandom(seed)
  const { pick, int } = random
  for (let made = 0; made < count; made += 1) {
    let text = pick(texts)
    const steps = int(0, 2)
    for (let step = 0; step <= steps; step += 1) {
      const at = int(0, text.length)
      const end = Math.min(text.length, at + int(0, 5))
      text = pick([
        () => text.slice(0, at) + pick(inserts) + text.slice(at),
        () => text.slice(0, at) + text.slice(end),
        () => text.slice(0, at) + pick(inserts) + text.slice(end),
        () => text.slice(0, at) + text.slice(at, end).toUpperCase() + text.slice(end),
        () => text.slice(0, at) + encodeURIComponent(text.slice(at, end).toWellFormed()) + text.slice(end),
        () => text + pick(texts),
        () => text.slice(0, at) + String.fromCharCode(int(0, 0xffff)) + text.slice(at),
      ])()
    }
    yield text
  }
}

/** Of this run: `OUTPOST_FUZZ_SEED` repeats another one. It is part of each failure's message. */
export const fuzzSeed = Number(process.env['OUTPOST_FUZZ_SEED'] ?? Date.now() % 1_000_000_007)
