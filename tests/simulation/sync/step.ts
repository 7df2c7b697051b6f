/** One thing that happens, and what it happens to. */
import type { ChannelId, MessageId, QueueId, TicketId } from '#shared/base/ids.ts'
import type { Random } from '#shared/base/random.ts'
import type { Ledger } from './ledger.ts'
import type { SimClient } from './sim-client.ts'
import type { SimServer } from './sim-server.ts'
import type { VirtualNetwork } from './virtual-network.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface StepDeps {
  readonly random: Random
  readonly clients: readonly SimClient[]
  readonly server: SimServer
  readonly network: VirtualNetwork
  readonly time: VirtualTime
  readonly ledger: Ledger
  readonly settle: () => Promise<void>
  readonly deliverAll: () => Promise<void>
  readonly trace: (line: string) => void
}

/** What there is to work on, by whomever it was made. */
export interface Made {
  readonly channels: ChannelId[]
  readonly queues: QueueId[]
  readonly messages: { id: MessageId; text: string; by: string; channelId: ChannelId }[]
  readonly tickets: TicketId[]
}

export type Step = (client: SimClient) => void | Promise<void>
