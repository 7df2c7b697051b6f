/**
 * Where sentences end, in German and English. A dot ends one only where it does not belong to an abbreviation, an ordinal, a
 * number, a version or a file's name; in doubt two sentences stay together, which a reader hardly notices.
 */
export type Span = readonly [start: number, end: number]

/** Without dots and spaces, in lower case: "z. B." is found as "zb". */
const abbreviations = new Set(
  (
    'zb dh ua uä oä oa zt zzt idr me mw bzgl bzw ca circa evtl ggf ggfs inkl exkl max min mind nr nrn abb abs abschn art aufl ' +
    'bd bspw dr dipl ing fa fr frl gem geb hr hrsg jh jhd kap lt mio mrd prof sog std stk str tel telnr tgl u v vgl vs zw ' +
    'allg anm ausg bes betr ehem einschl entspr erg ev evt ggü kfz lfd mtl n nachm ord pos rd s so su t urspr usf wg ziff zus ' +
    'eg ie mr mrs ms st no nos approx fig figs incl excl dept inc ltd co corp est ext ref refs sec vol pp ed eds al cf viz ' +
    'jan feb mär apr jun jul aug sep sept okt oct nov dez dec mo di mi do sa mon tue wed thu fri sat sun'
  ).split(' '),
)

/** After these a number with a dot is an ordinal, whatever comes next. */
const beforeOrdinals = new Set(
  'am der die das den dem des im zum zur vom bis beim ab seit jeden jeder jedes jede ein eine einen einem eines und'.split(
    ' ',
  ),
)

/** Short words that look like abbreviations and end sentences often enough. */
const alsoWords = new Set('so no do min max est art die me'.split(' '))

const terminator = /[.!?…]+["'”“’»«)\]]*/gu

/** Spans of the sentences of one paragraph, without the white space around them. Empty for blank text. */
export function splitSentences(text: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const match of text.matchAll(terminator)) {
    const end = match.index + match[0].length
    if (!endsSentence(text, match.index, end, start)) continue
    pushTrimmed(spans, text, start, end)
    start = end
  }
  pushTrimmed(spans, text, start, text.length)
  return spans
}

/** The span without the white space at its ends; nothing where nothing else is in it. */
export function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const trimmed = trimSpan(text, start, end)
  if (trimmed) spans.push(trimmed)
}

export function trimSpan(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return to > from ? [from, to] : null
}

function isSpace(text: string, index: number): boolean {
  return /\s/u.test(text.charAt(index))
}

function endsSentence(text: string, at: number, end: number, start: number): boolean {
  if (end >= text.length) return true
  // example.org, 3.14, setup.exe, "?" in an address.
  if (!isSpace(text, end)) return false
  const next = /^\s+["'“„»«([]*(\S)/u.exec(text.slice(end, end + 12))?.[1]
  if (next !== undefined && /\p{Ll}/u.test(next)) return false
  if (text.charAt(at) !== '.' || text.charAt(at + 1) === '.') return true
  const before = text.slice(Math.max(start, at - 40), at)
  const word = /[\p{L}\p{N}.]+$/u.exec(before)?.[0] ?? ''
  if (/^\d{1,4}$/u.test(word)) return !isOrdinal(before, word, at - start)
  if (/^\p{L}$/u.test(word)) return false
  const bare = word.replaceAll('.', '').toLowerCase()
  if (!abbreviations.has(bare)) return true
  // "Do so. Then": an everyday word, and a capital begins what follows it.
  return alsoWords.has(bare) && next !== undefined && /\p{Lu}/u.test(next) && !/^\p{Lu}/u.test(word)
}

/** "am 3. Mai", "die 2. Stufe", and the number of a list item. */
function isOrdinal(before: string, number: string, distance: number): boolean {
  if (distance === number.length) return true
  if (number.length > 2) return false
  const previous = /(\p{L}+)\s+\d+$/u.exec(before)?.[1] ?? ''
  return beforeOrdinals.has(previous.toLowerCase())
}
