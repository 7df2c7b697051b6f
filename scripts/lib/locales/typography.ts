/** How each language is set: quotes, dots, spaces, and how people are addressed. */
import { controlCharacters, directionMarks, directionOverrides, isRightToLeft, wordsOf } from './sentences.ts'

interface Rule {
  readonly name: string
  /** What it looks for in a sentence, its variables and tags left out where `inWords`. */
  readonly pattern: RegExp
  readonly inWords?: boolean
  readonly say: string
}

const everywhere: readonly Rule[] = [
  { name: 'dots', pattern: /\.\.\./, say: 'three dots: write one character, …' },
  { name: 'double-space', pattern: / {2}/, say: 'two spaces' },
  { name: 'space-before-sign', pattern: / [,;!?](\s|$)|\s\.(\s|$)/, say: 'a space before a sign' },
  {
    name: 'straight-apostrophe',
    pattern: /\p{L}'(\p{L}|\s|$)/u,
    inWords: true,
    say: 'a straight apostrophe: ’',
  },
  { name: 'straight-quotes', pattern: /"/, inWords: true, say: 'straight quotes' },
  { name: 'control', pattern: controlCharacters, say: 'a control character' },
  { name: 'direction', pattern: directionOverrides, say: 'a character that turns the direction' },
]

const own: Readonly<Record<string, readonly Rule[]>> = {
  en: [
    { name: 'quotes', pattern: /[„‚«»‹›]/, say: 'quotes of another language: “ ”' },
    { name: 'space-before-dots', pattern: /\s…$/, say: 'a space before the dots' },
  ],
  de: [
    { name: 'quotes', pattern: /[”«»‹›]|“(?=[\p{L}{])|„[^“]*$/u, say: 'quotes: „ and “' },
    { name: 'space-before-dots', pattern: /\S…$/, say: 'no space before the dots' },
    {
      name: 'informal',
      pattern: /(?<![\p{L}])(du|dir|dich|dein(e[mnrs]?)?|euch|eure[mnrs]?|euer)(?![\p{L}])/iu,
      inWords: true,
      say: 'people are addressed as „Sie“',
    },
    {
      name: 'imperative',
      pattern:
        /(?:^|[.!:;–] )(Prüfe|Wähle|Versuche|Klicke|Drücke|Öffne|Schließe|Gib|Lies|Schreibe?|Füge|Lege|Entferne|Melde|Warte|Speichere|Lade|Suche|Geh|Nimm|Sieh)(?= [^.!?]*[.!]$)/u,
      inWords: true,
      say: 'an informal request: „Prüfen Sie …“',
    },
    {
      name: 'mail',
      pattern: /(?<![\p{L}])e-?mail(?![\p{L}])|(?<![\p{L}-])Email/u,
      inWords: true,
      say: 'it is written „E-Mail“',
    },
  ],
}

/** @returns what is wrong with how the sentence is set, one line each */
export function typographyOf(sentence: string, language: string): readonly { name: string; say: string }[] {
  const words = wordsOf(sentence)
  const found = [...everywhere, ...(own[language.split('-')[0] ?? ''] ?? [])].filter(({ pattern, inWords }) =>
    pattern.test(inWords === true ? words : sentence),
  )
  if (sentence !== sentence.trim())
    found.push({ name: 'trimmed', pattern: /^/, say: 'a space at its beginning or end' })
  if (sentence !== sentence.normalize('NFC'))
    found.push({ name: 'normal-form', pattern: /^/, say: 'letters in pieces: not in normal form C' })
  if (directionMarks.test(sentence) && !isRightToLeft(language))
    found.push({ name: 'direction', pattern: /^/, say: 'a mark of direction' })
  return found.map(({ name, say }) => ({ name, say }))
}

/** How it ends, as far as it has to be the same in every language: a question, a sentence, a colon, an open end. */
export function endingOf(sentence: string): string {
  const last = /([.?!:…。？！：؟])["“”»’)]*$/u.exec(sentence.trim())?.[1] ?? ''
  return { '。': '.', '？': '?', '！': '!', '：': ':', '؟': '?' }[last] ?? last
}
