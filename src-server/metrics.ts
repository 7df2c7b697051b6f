/** What the server counts, for Prometheus. A registry of its own for each server, as tests run several. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export interface ServerMetrics {
  readonly openSockets: Gauge
  /** Sockets that have said a good `hello`. */
  readonly connectedDevices: Gauge
  readonly framesIn: Counter<'frame'>
  readonly framesOut: Counter
  readonly bytesIn: Counter
  readonly bytesOut: Counter
  readonly pushedItems: Counter
  readonly rejectedItems: Counter<'reason'>
  readonly commitSeconds: Histogram
  readonly droppedSockets: Counter<'code'>
  /** From a commit to its news being handed to the last socket. */
  readonly fanOutSeconds: Histogram
  /** Bytes of logs that compaction has merged, and what became of them. */
  readonly compactedBytes: Counter<'when'>
  readonly requests: Counter<'call' | 'status'>
  /** In Prometheus' text format. */
  text(): Promise<string>
  readonly contentType: string
}

/** @param withProcess also memory, event loop and garbage collection: once a process */
export function createServerMetrics({ withProcess = false } = {}): ServerMetrics {
  const registry = new Registry()
  if (withProcess) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = (name: string, help: string) => new Counter({ name: `outpost_${name}`, help, registers })
  return {
    openSockets: new Gauge({ name: 'outpost_open_sockets', help: 'Sockets that are open', registers }),
    connectedDevices: new Gauge({
      name: 'outpost_connected_devices',
      help: 'Devices that are connected',
      registers,
    }),
    framesIn: new Counter({
      name: 'outpost_frames_in_total',
      help: 'Frames received, by type',
      labelNames: ['frame'],
      registers,
    }),
    framesOut: counter('frames_out_total', 'Frames sent'),
    bytesIn: counter('bytes_in_total', 'Bytes of frames received'),
    bytesOut: counter('bytes_out_total', 'Bytes of frames sent'),
    pushedItems: counter('pushed_items_total', 'Items that were stored'),
    rejectedItems: new Counter({
      name: 'outpost_rejected_items_total',
      help: 'Items that were refused',
      labelNames: ['reason'],
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'outpost_commit_seconds',
      help: 'From the start of a transaction to its being durable',
      buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5],
      registers,
    }),
    droppedSockets: new Counter({
      name: 'outpost_dropped_sockets_total',
      help: 'Sockets that the server closed, by close code',
      labelNames: ['code'],
      registers,
    }),
    fanOutSeconds: new Histogram({
      name: 'outpost_fan_out_seconds',
      help: 'From a commit to its news being handed to the last socket',
      buckets: [0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
      registers,
    }),
    compactedBytes: new Counter({
      name: 'outpost_compacted_bytes_total',
      help: 'Bytes of logs that were merged, before and after',
      labelNames: ['when'],
      registers,
    }),
    requests: new Counter({
      name: 'outpost_requests_total',
      help: 'HTTP requests, by call and status',
      labelNames: ['call', 'status'],
      registers,
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
