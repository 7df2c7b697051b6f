/** The ways to search beside each other, by kind of question. */
import { createRandom } from '#shared/base/random.ts'
import type { LexicalSteps } from '../../../src-main/engine/search/lexical/question.ts'
import { reported, type Figure } from '../../report.ts'
import { evalQuestions, type EvalQuestion } from '../../retrieval/data.ts'
import { meanQuality, qualityOf, type Quality } from '../../retrieval/metrics.ts'
import { fuse, type System, type Systems } from '../../retrieval/systems.ts'

const kinds = ['de-de', 'en-en', 'cross', 'typo', 'identifier'] as const
const samples = 1_000

type Judge = (question: EvalQuestion) => Quality

export function measureQuality(systems: Systems): Figure[] {
  const floor = judge(systems.plain('unicode61'))
  const words = systems.lexical()
  const hybrid = judge(systems.hybrid())
  const vectors = judge(systems.vectors)
  const ways: readonly (readonly [string, Judge])[] = [
    ['FTS5 bm25, unicode61', floor],
    ['FTS5 bm25, trigram', judge(systems.plain('trigram'))],
    ['our words', judge(words)],
    ...withoutEach().map(([name, steps]): [string, Judge] => [name, judge(systems.lexical(steps))]),
    ['vectors', vectors],
    ['RRF of our words and vectors', judge(fuse(words, systems.vectors))],
    ['hybrid', hybrid],
  ]
  return [...tables(ways), ...targets(floor, vectors, hybrid)]
}

/** What each step brings is what is missing without it. */
function withoutEach(): [string, Partial<LexicalSteps>][] {
  return [
    ['our words without stop words', { stopWords: false }],
    ['our words without stems', { stems: false }],
    ['our words without compounds', { compounds: false }],
    ['our words without forgiven typing errors', { typos: false }],
    ['our words without identifiers', { identifiers: false }],
  ]
}

function tables(ways: readonly (readonly [string, Judge])[]): Figure[] {
  const figures: Figure[] = []
  for (const kind of ['all', ...kinds]) {
    for (const [name, of] of ways) {
      const questions = answerable(kind)
      const [dev, test] = [questions.filter((q) => q.isDev), questions.filter((q) => !q.isDev)]
      figures.push(
        reported(
          `${kind} (${String(test.length)}): ${name}`,
          cells(test.map(of)),
          `tuning half ${cells(dev.map(of))}`,
        ),
      )
    }
  }
  return figures
}

function targets(floor: Judge, vectors: Judge, hybrid: Judge): Figure[] {
  const figures: Figure[] = []
  for (const kind of ['all', ...kinds]) {
    const questions = answerable(kind).filter((q) => !q.isDev)
    const better = [floor, vectors].reduce((a, b) => (mean(questions, a) >= mean(questions, b) ? a : b))
    const isParaphrase = kind === 'de-de' || kind === 'en-en'
    figures.push(
      gained(`hybrid above the better part, ${kind}`, questions, hybrid, better, isParaphrase ? 5 : 0),
    )
  }
  const german = answerable('de-de').filter((q) => !q.isDev)
  figures.push(gained('hybrid above FTS5, everyday German', german, hybrid, floor, 15))
  const identifiers = answerable('identifier').map(hybrid)
  const first = meanQuality(identifiers).recall1
  figures.push({
    measure: 'identifiers first, all of them',
    value: percent(first),
    target: '100 %',
    reached: first === 1,
    detail: `${String(identifiers.length)} questions`,
  })
  return figures
}

/** In points of nDCG@10; where nothing has to be gained, what lies within the noise is no loss. */
function gained(
  measure: string,
  questions: readonly EvalQuestion[],
  ours: Judge,
  other: Judge,
  target: number,
): Figure {
  const differences = questions.map((q) => ours(q).ndcg10 - other(q).ndcg10)
  const gain = 100 * average(differences)
  const [low, high] = interval(differences)
  return {
    measure,
    value: `${gain.toFixed(1)} points`,
    target: target === 0 ? 'not lower beyond the noise' : `at least ${String(target)}`,
    reached: target === 0 ? 100 * high >= 0 : gain >= target,
    detail: `95 %: ${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`,
  }
}

const answerable = (kind: string) =>
  evalQuestions.filter((q) => q.kind !== 'none' && (kind === 'all' || q.kind === kind))

function judge(system: System): Judge {
  const known = new Map<EvalQuestion, Quality>()
  return (question) => {
    const before = known.get(question)
    if (before) return before
    const quality = qualityOf(system(question.text), question.relevant)
    known.set(question, quality)
    return quality
  }
}

function cells(all: readonly Quality[]): string {
  const { ndcg10, recall1, recall3, recall10, mrr } = meanQuality(all)
  const [low, high] = interval(all.map((quality) => quality.ndcg10))
  const values = [recall1, recall3, recall10, mrr].map((value) => value.toFixed(3))
  return `${ndcg10.toFixed(3)} ±${((high - low) / 2).toFixed(3)} / ${values.join(' / ')}`
}

function mean(questions: readonly EvalQuestion[], of: Judge): number {
  return average(questions.map((question) => of(question).ndcg10))
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** 95 % of the means of samples drawn with replacement. */
function interval(values: readonly number[]): [low: number, high: number] {
  const random = createRandom(99)
  const means = Array.from({ length: samples }, () =>
    average(values.map(() => values[Math.floor(random.next() * values.length)] ?? 0)),
  ).sort((a, b) => a - b)
  return [means[Math.floor(samples * 0.025)] ?? 0, means[Math.floor(samples * 0.975)] ?? 0]
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`
