/** The rows of the table: which figure of a measure, what it should reach. Targets are those of issue 3. */
import { format } from '../../report.ts'
import type { Sample } from './measures/measure.ts'

export interface Row {
  readonly measure: string
  /** Which of a sample's figures, and of which measure. */
  readonly of: string
  readonly key: string
  readonly show: (value: number) => string
  readonly better: 'lower' | 'higher'
  readonly target: string
  /** Null where the row is only reported. */
  readonly reached: ((ours: number, best: number) => boolean) | null
  /** What has to be known to read the figure. */
  readonly note: string
  /** More of a system's samples, beside its figure. */
  readonly aside?: (sample: Sample) => string
}

const unit = (name: string) => (value: number) => `${format(value)} ${name}`
const times = (value: number) => `${value.toFixed(2)} x`
const legs = (name: string) => (sample: Sample) =>
  `writer ${count(sample, `${name}WriterSent`)} up, ${count(sample, `${name}WriterReceived`)} down; ` +
  `reader ${count(sample, `${name}ReaderSent`)} up, ${count(sample, `${name}ReaderReceived`)} down; ` +
  `update ${count(sample, `${name}UpdateBytes`)} B`
const count = (sample: Sample, key: string) => String(sample[key])

const wireRow = (name: string, label: string, key: 'Up' | 'Down', note: string): Row => ({
  measure: `${label}, ${key === 'Up' ? 'devices to server' : 'server to devices'}`,
  of: 'wire',
  key: `${name}${key}`,
  show: times,
  better: 'lower',
  target: "at most 2 x the update's size",
  reached: (ours) => ours <= 2,
  note,
  ...(key === 'Up' ? { aside: legs(name) } : {}),
})

export const rows: readonly Row[] = [
  {
    measure: 'catch-up, 30,000 updates in 10,000 documents',
    of: 'catch-up',
    key: 'catchUpSeconds',
    show: unit('s'),
    better: 'lower',
    target: '20 x faster than the better, under 5 s',
    reached: (ours, best) => ours < 5 && ours * 20 <= best,
    note: "the others' devices have it in memory; ours from the start of its engine until all is on disk, fsynced",
    aside: ({ firstQueryMs, worstQueryMs, projectedSeconds }) =>
      firstQueryMs === undefined
        ? ''
        : `first answer to the window ${format(firstQueryMs)} ms, slowest ${format(worstQueryMs ?? NaN)} ms; ` +
          `all rows up to date after ${format(projectedSeconds ?? NaN)} s`,
  },
  {
    measure: 'server memory, 10,000 documents touched and held by 100 devices',
    of: 'memory',
    key: 'heldMiB',
    show: unit('MiB'),
    better: 'lower',
    target: 'at most 1/5 of the better',
    reached: (ours, best) => ours * 5 <= best,
    note: 'each document open on one device, 100 on each: the least that keeps all of them in sync',
  },
  {
    measure: 'server memory, the same after all were let go, 100 devices with one each',
    of: 'memory',
    key: 'releasedMiB',
    show: unit('MiB'),
    better: 'lower',
    target: '',
    reached: null,
    note: 'the others unload a document with its last connection',
    aside: (sample) => `peak ${format(sample['peakMiB'] ?? NaN)} MiB`,
  },
  {
    measure: 'acknowledged writes a second, 50 writers',
    of: 'writes',
    key: 'writesPerSecond',
    show: unit('/s'),
    better: 'higher',
    target: '2 x the better, after fsync',
    reached: (ours, best) => ours >= best * 2,
    note: 'what counts as acknowledged: below the table',
    aside: (sample) => `stored ${format(sample['backlogSeconds'] ?? NaN)} s after the last`,
  },
  {
    measure: 'one message to 1,000 connected devices, p95 to the last',
    of: 'broadcast',
    key: 'broadcastP95Ms',
    show: unit('ms'),
    better: 'lower',
    target: 'at most 100 ms',
    reached: (ours) => ours <= 100,
    note: "from the writing to the last device's document, 20 messages, devices without presence",
    aside: (sample) => `median ${format(sample['broadcastMedianMs'] ?? NaN)} ms`,
  },
  {
    measure: '10,000 idle devices, server memory',
    of: 'idle',
    key: 'idleMiB',
    show: unit('MiB'),
    better: 'lower',
    target: 'under 400 MB',
    reached: (ours) => ours * 2 ** 20 < 400e6,
    note: 'one empty document each',
    aside: (sample) => `${format(sample['emptyMiB'] ?? NaN)} MiB without any`,
  },
  wireRow('message', 'one chat message', 'Up', 'payload of WebSocket messages, writer and one reader'),
  wireRow('message', 'one chat message', 'Down', ''),
  wireRow('field', 'one field of a ticket', 'Up', 'payload of WebSocket messages, writer and one reader'),
  wireRow('field', 'one field of a ticket', 'Down', ''),
]
