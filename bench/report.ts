/** One table for people, the same as JSON for machines. */
import os from 'node:os'

export interface Figure {
  readonly measure: string
  readonly value: string
  /** The same of other systems, in the same run; all figures of a table name the same ones. */
  readonly compared?: readonly { readonly name: string; readonly value: string }[]
  /** Ours against the best of them. */
  readonly ratio?: string
  /** What it should reach; empty where it is only reported. */
  readonly target: string
  /** Null where there is no target. */
  readonly reached: boolean | null
  readonly detail: string
}

export interface SuiteOptions {
  /** How often each figure is taken; a suite has its own default. */
  readonly runs?: number
  /** 1 for the full size, less for a trial. */
  readonly scale?: number
  /** Names of the suite's measures and subjects; null for all. */
  readonly only?: readonly string[] | null
  readonly subjects?: readonly string[] | null
}

export interface Suite {
  readonly name: string
  readonly title: string
  /** Takes half an hour, say: runs only where it is asked for. */
  readonly onlyWhenNamed?: boolean
  run(options: SuiteOptions): Promise<Figure[]>
  /** Lines to print below the table. */
  notes?(options: SuiteOptions): readonly string[]
}

/** A figure that must not be larger than its target. */
export function atMost(measure: string, value: number, target: number, unit: string, detail: string): Figure {
  return {
    measure,
    value: `${format(value)} ${unit}`,
    target: `at most ${format(target)} ${unit}`,
    reached: value <= target,
    detail,
  }
}

export function reported(measure: string, value: string, detail = ''): Figure {
  return { measure, value, target: '', reached: null, detail }
}

export function format(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

export function machine(): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown processor'
  const gib = Math.round(os.totalmem() / 2 ** 30)
  return `${cpu}, ${String(os.cpus().length)} cores, ${String(gib)} GiB, ${os.type()} ${os.release()}, Node ${process.version}`
}

export function toTable(figures: readonly Figure[]): string {
  const others = figures[0]?.compared?.map(({ name }) => name) ?? []
  const isCompared = others.length > 0
  const head = isCompared ? ['Outpost', ...others, 'ours to the better'] : ['value']
  const heading = ['measure', ...head, 'target', 'reached', 'detail']
  const rows = figures.map((figure) => [
    figure.measure,
    figure.value,
    ...(figure.compared ?? []).map(({ value }) => value),
    ...(isCompared ? [figure.ratio ?? ''] : []),
    figure.target,
    figure.reached === null ? '' : figure.reached ? 'yes' : 'NO',
    figure.detail,
  ])
  return [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
