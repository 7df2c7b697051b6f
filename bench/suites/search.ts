/**
 * How well and how fast things are found. Quality on the questions of bench/retrieval: what is tuned was tuned on one
 * half of them, and figures are of the other half unless they say otherwise. Speed on indexes of 100,000 and
 * 1,000,000 chunks. `--only quality,refusal,citations,speed,scan`; `--scale 0.1` for smaller indexes.
 */
import { reported, type Figure, type Suite, type SuiteOptions } from '../report.ts'
import { createSystems } from '../retrieval/systems.ts'
import { measureCitations } from './search/citations.ts'
import { measureQuality } from './search/quality.ts'
import { measureRefusal } from './search/refusal.ts'
import { measureScan } from './search/scan.ts'
import { measureSpeed } from './search/speed.ts'
import { evalPassages, evalQuestions } from '../retrieval/data.ts'

export const searchSuite: Suite = {
  name: 'search',
  title: 'Search by words and by meaning',
  onlyWhenNamed: true,
  async run({ only = null, scale = 1 }: SuiteOptions): Promise<Figure[]> {
    const wants = (name: string) => only === null || only.includes(name)
    const figures: Figure[] = [
      reported(
        'the set',
        `${String(evalPassages.length)} passages, ${String(evalQuestions.length)} questions`,
      ),
    ]
    const systems = createSystems()
    try {
      if (wants('quality')) figures.push(...measureQuality(systems))
      if (wants('refusal')) figures.push(...measureRefusal(systems))
      if (wants('citations')) figures.push(...measureCitations(systems))
    } finally {
      systems.close()
    }
    if (wants('speed')) {
      figures.push(...(await measureSpeed(Math.round(100_000 * scale), 40, null)))
      figures.push(...(await measureSpeed(Math.round(1_000_000 * scale), 300, 600)))
    }
    if (wants('scan')) figures.push(...(await measureScan(Math.round(100_000 * scale))))
    return figures
  },
  notes: () => [
    'Cells of quality: nDCG@10 ±95 % / recall@1 / recall@3 / recall@10 / MRR. Bootstrap over questions, 1,000 samples.',
  ],
}
