/**
 * An answer without a language model: the sentences, steps and rows of what was found that answer best, word for word.
 * **Invariant: every part is a span of a passage that it cites** (a heading: one of the passage's headings).
 */
import { tellsTrouble } from './choose-passages.ts'
import { indexTerms, termsOf, type Term, type TermIndex } from './terms.ts'
import { instructionSpans } from './instructions.ts'
import { splitUnits, type Unit } from './units.ts'
import { cosine, type Embed } from './vectors.ts'
import { leanOf } from './lean.ts'
import { sayingOf, saysTheSame, type Said } from './saying.ts'
import {
  hasBlocks,
  isCutTable,
  textOf,
  writeParts,
  type Extract,
  type Place,
  type Source,
} from './write-answer.ts'

/** Beyond that nobody reads an answer, but the passages themselves. */
const most = { places: 5, sources: 3, steps: 25, rows: 2, bullets: 8, passages: 10 } as const
/** Against the best place; what was written to be read by others needs less. */
const enough = 0.8
const enoughTalk = 0.9
const weights = { meaning: 0.5, words: 0.35, rank: 0.15 } as const

interface Scored {
  readonly unit: Unit
  readonly passage: number
  readonly text: string
  readonly score: number
}

export function extractAnswer(question: string, sources: readonly Source[], embed: Embed | null): Extract {
  const passages = sources.slice(0, most.passages)
  const units = passages.map(unitsOf)
  const scored = scoreUnits(question, passages, units, embed)
  const places = choosePlaces(passages, units, scored)
  return writeParts(passages, orderPlaces(passages, places))
}

function unitsOf(source: Source): Unit[] {
  const units = splitUnits(source.text, { blocks: hasBlocks(source.type) })
  // The first row there is one like all others.
  const first = isCutTable(source) ? units[0]?.group : undefined
  return units.map((unit) => (unit.group === first ? { ...unit, isHeader: false } : unit))
}

function scoreUnits(
  question: string,
  passages: readonly Source[],
  units: readonly (readonly Unit[])[],
  embed: Embed | null,
): Scored[] {
  const asked = termsOf(question)
  const askedVector = embed?.(question) ?? null
  // An article in the language of the question goes before its translation.
  const lean = leanOf(question)
  const language = lean === 0 ? null : lean > 0 ? 'de' : 'en'
  const indexes = passages.map(({ text }, i) =>
    (units[i] ?? []).map((unit) => indexTerms(termsOf(text.slice(unit.start, unit.end)))),
  )
  const weigh = rarityOf(asked, indexes.flat())
  return passages.flatMap((passage, i) => {
    const title = indexTerms(termsOf(passage.title))
    const headings = indexTerms(termsOf(passage.headings.join('\n')))
    // What a title says holds for all of its sentences, and tells them apart no more.
    const above = (term: Term) => Math.max(0.6 * headings.match(term), 0.25 * title.match(term))
    const meaningAbove = Math.max(
      0,
      cosine(askedVector, embed?.([passage.title, ...passage.headings].join('\n')) ?? null),
    )
    const orders = instructionSpans(passage.text)
    const isForeign = language !== null && passage.language !== null && passage.language !== language
    return (units[i] ?? []).map((unit, u): Scored => {
      const text = passage.text.slice(unit.start, unit.end)
      const meaning = cosine(askedVector, embed?.(text) ?? null)
      const words = overlap(asked, indexes[i]?.[u] ?? headings, above, weigh)
      const score =
        weights.meaning * (0.8 * Math.max(0, meaning) + 0.2 * meaningAbove) +
        weights.words * words +
        weights.rank * passage.score -
        penalty(passage, unit, text, u) -
        (isForeign ? 0.1 : 0) -
        (orders.some(([from, to]) => unit.start < to && unit.end > from) ? 0.6 : 0)
      return { unit, passage: i, text, score }
    })
  })
}

/** The share of the question's words that a unit holds; those in the headings above it count a little less. */
function overlap(
  asked: readonly Term[],
  own: TermIndex,
  above: (term: Term) => number,
  weigh: (term: Term) => number,
): number {
  let found = 0
  let all = 0
  for (const term of asked) {
    const weight = weigh(term)
    all += weight
    found += weight * Math.max(own.match(term), above(term))
  }
  return all === 0 ? 0 : found / all
}

/** Rare among what was found: that tells sentences apart. */
function rarityOf(asked: readonly Term[], units: readonly TermIndex[]): (term: Term) => number {
  const rarity = new Map(
    asked.map((term) => {
      const holders = units.filter((unit) => unit.match(term) > 0).length
      return [term.word, Math.log(1 + (units.length + 1) / (holders + 1)) * (term.isIdentifier ? 1.5 : 1)]
    }),
  )
  return (term) => rarity.get(term.word) ?? 1
}

const greeting =
  /^(?:hallo|hi|hello|hey|moin|servus|guten (?:tag|morgen|abend)|good (?:morning|afternoon|evening)|liebe[rs]?|sehr geehrte|dear|danke|vielen dank|thanks|thank you|(?:mit )?(?:freundlichen|besten|vielen|viele|liebe|beste) grüße?n?|gruß|(?:best|kind) regards|regards|cheers|lg|vg|mfg)(?!\p{L})/iu

/** "Halten Sie", "bitte prüfen", "check the": said to whom has the trouble. */
const doing =
  /(?:^|[.:;,(]\s*)(?:bitte |please )?(?:\p{L}+en Sie(?!\p{L})|check|press|hold|restart|reset|unplug|plug|replace|set|open|close|switch|select|choose|turn|remove|install|sign|enter|clean|wait|use)(?!\p{L})/iu

function penalty(passage: Source, unit: Unit, text: string, position: number): number {
  let sum = 0
  // What asks the same is no answer.
  if (/\?["'”“»)]*$/u.test(text)) sum += 0.25
  if (unit.kind === 'sentence') {
    if (greeting.test(text) && text.length < 80) sum += 0.4
    const length = text.match(/\p{L}+/gu)?.length ?? 0
    if (length < 6) sum += length < 3 ? 0.2 : 0.08
    if (text.length > 500) sum += 0.05
  }
  if (unit.isHeader) sum += 0.2
  if (tellsTrouble(passage)) sum += 0.2
  if (passage.type === 'message') sum += 0.12
  // What somebody says that somebody else said.
  if (/^\s*>/u.test(text)) sum += 0.15
  // What to do is what most questions ask for.
  if (unit.kind === 'step' || doing.test(text)) sum -= 0.06
  return sum + Math.min(position, 10) * 0.002
}

function choosePlaces(
  passages: readonly Source[],
  units: readonly (readonly Unit[])[],
  scored: readonly Scored[],
): Place[] {
  const ranked = [...scored].sort((a, b) => b.score - a.score)
  const best = ranked[0]?.score ?? 0
  const taken = new Set<Unit>()
  const places: Place[] = []
  const said: Said[] = []
  const isFull = (passage: number) => {
    const source = passages[passage]?.sourceKey
    const sources = new Set(places.map((place) => passages[place.passage]?.sourceKey))
    return places.length >= most.places || (sources.size >= most.sources && !sources.has(source))
  }
  for (const candidate of ranked) {
    if (best <= 0 || candidate.score < best * enough) break
    if (!isWritten(passages[candidate.passage]) && candidate.score < best * enoughTalk) continue
    if (taken.has(candidate.unit)) continue
    const isRepeat = said.some((other) => saysTheSame(other, sayingOf(candidate.text)))
    if (!isRepeat && isFull(candidate.passage)) continue
    const together = gather(candidate, units[candidate.passage] ?? [], scored, best)
    for (const unit of together) {
      taken.add(unit)
      said.push(sayingOf(textOf(passages[candidate.passage], unit)))
    }
    places.push({ passage: candidate.passage, units: together, score: candidate.score })
  }
  return places
}

function isWritten(source: Source | undefined): boolean {
  return source?.type === 'article' || source?.type === 'file'
}

/** What a unit makes sense with: the whole list, the table's head, the sentence that it leans on. */
function gather(candidate: Scored, all: readonly Unit[], scored: readonly Scored[], best: number): Unit[] {
  const { unit } = candidate
  const group = all.filter((other) => other.group === unit.group)
  const scoreOf = (other: Unit) => scored.find((entry) => entry.unit === other)?.score ?? 0
  const first = all.indexOf(group[0] ?? unit)
  const before = all[first - 1]
  const isLead = (text: string) => /:["'”“»)]*$/u.test(text)
  const textOfUnit = (other: Unit) => scored.find((entry) => entry.unit === other)?.text ?? ''
  const lead = before?.kind === 'sentence' && isLead(textOfUnit(before)) ? [before] : []
  switch (unit.kind) {
    case 'step': {
      if (unit.isOrdered || group.length <= most.bullets) return [...lead, ...group.slice(0, most.steps)]
      return [...lead, ...group.filter((other) => other === unit || scoreOf(other) >= best * enough)]
    }
    case 'row': {
      const rows = group
        .filter((row) => !row.isHeader && (row === unit || scoreOf(row) >= scoreOf(unit) * 0.95))
        .sort((a, b) => scoreOf(b) - scoreOf(a))
        .slice(0, most.rows)
      const kept = unit.isHeader
        ? group.slice(0, most.rows)
        : group.filter((row) => row.isHeader || rows.includes(row))
      return kept
    }
    case 'code':
      return [...lead, ...group]
    case 'sentence': {
      const at = all.indexOf(unit)
      const after = all[at + 1]
      // "Then do this:" and what comes then.
      if (isLead(candidate.text) && after && after.kind !== 'sentence')
        return [unit, ...all.filter((other) => other.group === after.group).slice(0, most.steps)]
      const previous = all[at - 1]
      const leans = previous?.group === unit.group && leansBack.test(candidate.text)
      return leans ? [previous, unit] : [unit]
    }
  }
}

/** Begins with something that only the sentence before explains. */
const leansBack =
  /^(?:das|dies|diese[rsmn]?|dadurch|dabei|dafür|danach|dann|dort|damit|davon|dazu|er|sie|es|sonst|andernfalls|ansonsten|deshalb|daher|this|that|these|those|it|they|then|after that|otherwise|therefore|there|in that case|in diesem fall)(?!\p{L})/iu

/** The best first; what stands in the same article follows it, in the order in which it stands there. */
function orderPlaces(passages: readonly Source[], places: readonly Place[]): Place[] {
  const rank = new Map<number, number>()
  for (const { passage, score } of places) {
    const source = passages[passage]
    if (!source) continue
    // An article was written to be read by others: it comes first unless something else is far nearer.
    const value = score * (isWritten(source) ? 1.25 : 1)
    rank.set(source.sourceKey, Math.max(rank.get(source.sourceKey) ?? 0, value))
  }
  const keyOf = (place: Place) => passages[place.passage]?.sourceKey ?? 0
  const positionOf = (place: Place) => passages[place.passage]?.position ?? 0
  return [...places].sort(
    (a, b) =>
      (rank.get(keyOf(b)) ?? 0) - (rank.get(keyOf(a)) ?? 0) ||
      keyOf(a) - keyOf(b) ||
      positionOf(a) - positionOf(b) ||
      (a.units[0]?.start ?? 0) - (b.units[0]?.start ?? 0),
  )
}
