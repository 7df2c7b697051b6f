/** What a program and all that it started take of memory and processor, as Linux tells it. */
import fs from 'node:fs'
import { processTree } from '../../../tests/support/process-tree.ts'

export interface Memory {
  /** Every page once, shared ones in equal parts: what the program costs the machine. */
  readonly mib: number
  readonly processes: readonly { readonly type: string; readonly mib: number }[]
}

export function memoryOf(root: number): Memory {
  const processes = processTree(root).flatMap((pid) => {
    try {
      const rollup = fs.readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8')
      const mib = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0) / 1024
      return [{ type: typeOf(pid), mib }]
    } catch {
      // It ended since it was listed.
      return []
    }
  })
  return { mib: processes.reduce((sum, { mib }) => sum + mib, 0), processes }
}

/** Waits until the whole program has hardly used the processor for a while, at most for `limitMs`. */
export async function untilIdle(root: number, limitMs = 90_000): Promise<boolean> {
  const lookMs = 500
  const neededLooks = 6
  const busyShare = 0.03
  let quiet = 0
  let before = processorMs(root)
  for (let waited = 0; waited < limitMs; waited += lookMs) {
    await new Promise((resolve) => setTimeout(resolve, lookMs))
    const now = processorMs(root)
    quiet = now - before <= lookMs * busyShare ? quiet + 1 : 0
    before = now
    if (quiet >= neededLooks) return true
  }
  return false
}

function processorMs(root: number): number {
  const ticksPerSecond = 100
  let ticks = 0
  for (const pid of processTree(root)) {
    try {
      const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It ended since it was listed.
    }
  }
  return (ticks * 1_000) / ticksPerSecond
}

/** As Chromium calls them: `renderer`, `gpu-process`, `zygote`, a utility's own name; `main` for the shell. */
function typeOf(pid: number): string {
  const args = fs.readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').split(/[\0 ]/)
  const value = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1]
  return value('utility-sub-type')?.split('.')[0] ?? value('type') ?? 'main'
}

/** "main 90, renderer 80, …" */
export function describeMemory({ processes }: Memory): string {
  const sums = new Map<string, number>()
  for (const { type, mib } of processes) sums.set(type, (sums.get(type) ?? 0) + mib)
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .filter(([, mib]) => mib >= 1)
    .map(([type, mib]) => `${type} ${String(Math.round(mib))}`)
    .join(', ')
}
