/** Memory of all processes when the program has come to rest after its start, by turns with a bare window. */
import { projectRoot, startElectron, spawnElectron } from '../../electron.ts'
import { format, reported, type Figure } from '../../report.ts'
import { statsOf } from '../../stats.ts'
import { describeMemory, memoryOf, untilIdle, type Memory } from './process-memory.ts'
import { bareWindow } from './start.ts'

const target = 1.5
const settleMs = 6_000

export interface IdleSet {
  readonly name: string
  readonly dataDir: string
  readonly hasTarget: boolean
}

export async function measureIdleMemory(sets: readonly IdleSet[], runs: number): Promise<Figure[]> {
  const name = 'memory of all processes, idle after start'
  if (process.platform !== 'linux') return [reported(name, 'not measured', 'reads /proc, Linux only')]
  const floors: number[] = []
  const found = sets.map((): Memory[] => [])
  let floorText = ''
  for (let run = 0; run < runs; run++) {
    const bare = await startElectron([bareWindow, '--stay'])
    await untilIdle(bare.process.pid ?? 0, 20_000)
    const floor = memoryOf(bare.process.pid ?? 0)
    floors.push(floor.mib)
    floorText = describeMemory(floor)
    bare.process.kill('SIGTERM')
    await bare.ended
    for (const [index, set] of sets.entries()) {
      const program = spawnElectron([projectRoot, `--data-dir=${set.dataDir}`])
      // Until after the first screen; what follows of itself some seconds later belongs to the start.
      await new Promise((resolve) => setTimeout(resolve, settleMs))
      await untilIdle(program.process.pid ?? 0)
      found[index]?.push(memoryOf(program.process.pid ?? 0))
      program.process.kill('SIGTERM')
      await program.ended
    }
  }
  const floor = statsOf(floors).median
  return sets.map((set, index) => {
    const stats = statsOf((found[index] ?? []).map(({ mib }) => mib))
    const ratio = stats.median / floor
    const last = found[index]?.at(-1)
    return {
      measure: `${name}, ${set.name}`,
      value: `${ratio.toFixed(2)} x a bare window`,
      target: set.hasTarget ? `at most ${target.toFixed(2)} x` : '',
      reached: set.hasTarget ? ratio <= target : null,
      detail: `medians of ${String(runs)}, proportional share: Outpost ${format(stats.median)} MiB (p95 ${format(stats.p95)}; ${last ? describeMemory(last) : ''}), bare window ${format(floor)} MiB (${floorText})`,
    }
  })
}
