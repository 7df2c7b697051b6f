/** What the feed counts; the composition root says where to. */
import type { RejectReason } from '#shared/protocol/frames.ts'

export interface FeedMetrics {
  /** One transaction became durable. */
  committed(itemCount: number, durationMs: number): void
  refused(reason: RejectReason): void
  compacted(bytesBefore: number, bytesAfter: number): void
}
