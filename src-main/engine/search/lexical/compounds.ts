/**
 * Takes German compounds apart: Wärmepumpensteuerung is found by Wärmepumpe, Pumpe and Steuerung. Splits only into
 * words that are known, with the letters that German puts between them; what cannot be split so is left whole.
 */
import { foldWord } from '../fold.ts'

/** The parts of a folded word, each at least two of them together the whole; empty where it is no compound. */
export type CompoundSplitter = (word: string) => readonly string[]

/** Shorter words make too many wrong splits; these are common enough in compounds to be let in. */
const minPart = 4
const shortParts = new Set(
  `tür tor rad gas öl bad hof weg not tag ort uhr bus ast eis rohr last netz kopf knopf hut zug tau see luft akku file code mail chip ton bit`
    .split(' ')
    .map(foldWord),
)
const joints = ['', 's', 'n', 'en', 'es', 'e', 'er'] as const
const minCompound = 7
const maxCompound = 48
const maxKept = 100_000

/** Ends and beginnings that look like words and are none in a compound. */
const noParts = new Set(
  `keit heit lich isch ung ungen schaft ieren iert ende enden ander unter uber hinter wieder einen eine einer eines dies diese sich ichen sten ster tion tions ation able ment ness less ling ings ting ring rings tion able ally`.split(
    ' ',
  ),
)

/** @param words known words, folded or not; usually those of the built-in model */
export function createCompoundSplitter(words: Iterable<string>): CompoundSplitter {
  const known = new Set<string>()
  for (const word of words) {
    const folded = foldWord(word)
    if ((folded.length >= minPart || shortParts.has(folded)) && !noParts.has(folded)) known.add(folded)
  }
  for (const word of shortParts) known.add(word)
  const kept = new Map<string, readonly string[]>()
  const isPart = (word: string) => known.has(word)

  /** The fewest parts that cover the word from `start`; null where none do. */
  function cover(word: string, start: number, failed: Set<number>): string[] | null {
    if (failed.has(start)) return null
    const rest = word.slice(start)
    let best: string[] | null = start > 0 && isPart(rest) ? [rest] : null
    if (!best) {
      for (let end = word.length - 3; end >= start + 2; end--) {
        const part = word.slice(start, end)
        if (!isPart(part)) continue
        for (const joint of joints) {
          if (!word.startsWith(joint, end)) continue
          const others = cover(word, end + joint.length, failed)
          if (others && (best === null || others.length + 1 < best.length)) best = [part, ...others]
        }
        if (best?.length === 2) break
      }
    }
    if (!best) failed.add(start)
    return best
  }

  return (word) => {
    if (word.length < minCompound || word.length > maxCompound || !/^[a-z]+$/.test(word)) return []
    const before = kept.get(word)
    if (before) return before
    const parts = cover(word, 0, new Set()) ?? []
    if (kept.size < maxKept) kept.set(word, parts)
    return parts
  }
}
