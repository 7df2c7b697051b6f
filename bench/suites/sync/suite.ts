/**
 * The sync server beside y-websocket and Hocuspocus: the same work, by turns, in one run. All keep their data on disk
 * and have the settings that they come with.
 */
import { format, type Figure, type Suite } from '../../report.ts'
import { statsOf } from '../../stats.ts'
import { broadcast } from './measures/broadcast.ts'
import { catchUp } from './measures/catch-up.ts'
import { idle } from './measures/idle.ts'
import type { Measure, Sample } from './measures/measure.ts'
import { memory } from './measures/memory.ts'
import { wire } from './measures/wire.ts'
import { writes } from './measures/writes.ts'
import { rows, type Row } from './rows.ts'
import { subjectNames, type SubjectName, type SyncSubject } from './subject.ts'
import { subjects } from './subjects.ts'

const measures: readonly Measure[] = [catchUp, memory, writes, broadcast, idle, wire]
const defaultRuns = 5

type Samples = ReadonlyMap<SubjectName, readonly Sample[]>

export const syncSuite: Suite = {
  name: 'sync',
  title: 'Sync, side by side',
  onlyWhenNamed: true,
  async run({ runs = defaultRuns, scale = 1, only = null, subjects: named = null }) {
    const compared = subjects.filter(({ name }) => named?.includes(name) ?? true)
    const chosen = measures.filter(({ name }) => only?.includes(name) ?? true)
    if (compared.length === 0 || chosen.length === 0) {
      const names = `${measures.map(({ name }) => name).join(', ')}; ${subjects.map(({ name }) => name).join(', ')}`
      throw new Error(`Nothing to measure. Measures and subjects are: ${names}`)
    }
    const figures: Figure[] = []
    for (const measure of chosen) {
      const samples = await takeSamples(measure, compared, runs, scale)
      for (const row of rows) if (row.of === measure.name) figures.push(toFigure(row, samples))
    }
    return figures
  },
  notes: ({ runs = defaultRuns, scale = 1 }) => [
    `Medians of ${String(runs)}${scale === 1 ? '' : `, at ${String(scale)} of the full size: no figures to quote`}. Acknowledged means:`,
    ...subjects.map(({ name, acknowledgement }) => `- ${name}: ${acknowledgement}.`),
  ],
}

/** Each system in turn, so that all meet the same moods of the machine. A run that fails is said and left out. */
async function takeSamples(
  measure: Measure,
  compared: readonly SyncSubject[],
  runs: number,
  scale: number,
): Promise<Samples> {
  const samples = new Map(compared.map(({ name }): [SubjectName, Sample[]] => [name, []]))
  for (let run = 1; run <= runs; run++) {
    for (const subject of compared) {
      const what = `${measure.name}, ${subject.name}, run ${String(run)} of ${String(runs)}`
      const start = performance.now()
      try {
        const sample = await measure.run(subject, scale)
        samples.get(subject.name)?.push(sample)
        console.error(`  ${what}: ${JSON.stringify(sample)}, ${format((performance.now() - start) / 1000)} s`)
      } catch (error) {
        console.error(`  ${what} failed: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  return samples
}

function toFigure(row: Row, samples: Samples): Figure {
  const medians = new Map(
    [...samples]
      .filter(([, taken]) => taken.length > 0)
      .map(([name, taken]) => [name, statsOf(valuesOf(row, taken)).median]),
  )
  const ours = medians.get('outpost') ?? null
  const others = [...medians].filter(([name]) => name !== 'outpost').map(([, value]) => value)
  const best = others.length === 0 ? null : row.better === 'lower' ? Math.min(...others) : Math.max(...others)
  const shown = (value: number | null | undefined) => (value == null ? 'n/a' : row.show(value))
  return {
    measure: row.measure,
    value: shown(ours),
    compared: subjectNames
      .filter((name) => name !== 'outpost')
      .map((name) => ({ name, value: shown(medians.get(name)) })),
    ratio: ours === null || best === null ? 'n/a' : ratioText(row, ours, best),
    target: row.target,
    reached: ours === null || best === null || row.reached === null ? null : row.reached(ours, best),
    detail: detailOf(row, samples),
  }
}

function ratioText(row: Row, ours: number, best: number): string {
  const factor = row.better === 'lower' ? best / ours : ours / best
  const words = row.better === 'higher' ? ['more', 'less'] : ['better', 'worse']
  return factor >= 1 ? `${format(factor)} x ${words[0] ?? ''}` : `${format(1 / factor)} x ${words[1] ?? ''}`
}

/** The note, then for each system the span of its runs and what else was seen. */
function detailOf(row: Row, samples: Samples): string {
  const parts = [...samples].map(([name, taken]) => {
    const [first] = taken
    if (first === undefined) return `${name}: failed`
    const values = valuesOf(row, taken)
    const span = taken.length > 1 ? [`${format(Math.min(...values))} to ${format(Math.max(...values))}`] : []
    const said = [...span, row.aside?.(first) ?? ''].filter((part) => part !== '')
    return said.length > 0 ? `${name}: ${said.join('; ')}` : ''
  })
  return [row.note, ...parts].filter((part) => part !== '').join('. ')
}

function valuesOf(row: Row, taken: readonly Sample[]): number[] {
  return taken.map((sample) => sample[row.key] ?? NaN)
}
