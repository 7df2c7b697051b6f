/** What the feed and the gateway tell of themselves, in Prometheus' terms. */
import type { FeedMetrics } from './feed/feed-metrics.ts'
import type { GatewayMetrics } from './gateway/gateway-metrics.ts'
import type { ServerMetrics } from './metrics.ts'

export function countWith(metrics: ServerMetrics): FeedMetrics & GatewayMetrics {
  return {
    committed(itemCount, durationMs) {
      metrics.pushedItems.inc(itemCount)
      metrics.commitSeconds.observe(durationMs / 1000)
    },
    refused: (reason) => metrics.rejectedItems.inc({ reason }),
    compacted(bytesBefore, bytesAfter) {
      metrics.compactedBytes.inc({ when: 'before' }, bytesBefore)
      metrics.compactedBytes.inc({ when: 'after' }, bytesAfter)
    },
    socketOpened: () => metrics.openSockets.inc(),
    socketClosed(code) {
      metrics.openSockets.dec()
      if (code > 0) metrics.droppedSockets.inc({ code })
    },
    deviceJoined: () => metrics.connectedDevices.inc(),
    deviceLeft: () => metrics.connectedDevices.dec(),
    received(frame, bytes) {
      metrics.framesIn.inc({ frame })
      metrics.bytesIn.inc(bytes)
    },
    sent(bytes) {
      metrics.framesOut.inc()
      metrics.bytesOut.inc(bytes)
    },
    fannedOut: (_receivers, durationMs) => metrics.fanOutSeconds.observe(durationMs / 1000),
  }
}
