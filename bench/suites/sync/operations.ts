/**
 * What a client process does with devices, the same code for every system. Times are milliseconds of CLOCK_MONOTONIC,
 * which all processes of a machine share.
 */
import * as Y from 'yjs'
import { inWindow } from './in-window.ts'
import type {
  Change,
  Device,
  DeviceSpec,
  HeldDocument,
  IdleDevice,
  ServerAddress,
  SubjectClient,
} from './subject.ts'
import {
  changeField,
  chatDocument,
  everybodysChat,
  hasMissedChanges,
  missedChanges,
  newTicketUpdate,
  sendMessage,
  ticketDocument,
  updateSizeOf,
} from './workload.ts'

interface At {
  readonly address: ServerAddress
}

export interface WireSample {
  readonly updateBytes: number
  readonly writerSentBytes: number
  readonly writerReceivedBytes: number
  readonly readerSentBytes: number
  readonly readerReceivedBytes: number
}

/** Writes under way at a time where many documents are written, and idle sockets being opened. */
const writeWindow = 64

export type Operations = ReturnType<typeof createOperations>

export function createOperations(client: SubjectClient) {
  const devices: { device: Device; documents: readonly HeldDocument[] }[] = []
  const idle: IdleDevice[] = []
  let lastRemoteAt: number[] = []
  let remoteChanges: number[] = []

  function open(address: ServerAddress, number: number, documents: readonly HeldDocument[], presence = true) {
    const device = client.openDevice({ address, number, documents, presence })
    devices.push({ device, documents })
    return device
  }

  async function writeEverywhere(changesOf: (document: HeldDocument, number: number) => readonly Change[]) {
    const all = devices.flatMap(({ device, documents }) =>
      documents.map((document) => ({ device, document })),
    )
    const numbered = all.map((entry, number) => ({ ...entry, number }))
    await inWindow(numbered, writeWindow, async ({ device, document, number }) => {
      for (const change of changesOf(document, number)) await device.write(document.id, change)
    })
  }

  return {
    /** Makes tickets 0 to `documents`, evenly on so many connected devices, which stay. */
    async seed(input: At & { documents: number; devices: number }) {
      const share = Math.ceil(input.documents / input.devices)
      for (let i = 0; i < input.devices; i++) {
        const device = open(
          input.address,
          i,
          tickets(i * share, Math.min(input.documents, (i + 1) * share), false),
        )
        await device.connect()
      }
      await writeEverywhere((_document, number) => [(doc) => Y.applyUpdate(doc, newTicketUpdate(number))])
    },

    /** Through the devices that `seed` left. */
    async writeMissed(_input: null) {
      await writeEverywhere(() => missedChanges)
    },

    /** For systems whose device has to have read them: tickets 0 to `documents` as they were made. */
    async readBefore(input: At & { documents: number }) {
      await client.readBefore?.(deviceAway(input))
    },

    /** The same device, or one that is handed these documents, not connected. */
    async prepareDevice(input: At & { documents: number }) {
      const { address, number, documents } = deviceAway(input)
      open(address, number, documents)
    },

    /** Connects it. Resolves with the time until it has all that it missed. */
    async catchUp(_input: null): Promise<{ tookMs: number; more: Readonly<Record<string, number>> }> {
      const device = first()
      const held = device.untilHolds({ isComplete: hasMissedChanges, updatesEach: missedChanges.length })
      const startMs = now()
      const connected = device.connect()
      await held
      const tookMs = now() - startMs
      await connected
      return { tookMs, more: (await device.afterCatchUp?.()) ?? {} }
    },

    /** So many devices with a ticket each, which they have from before. */
    async connectDevices(input: At & { devices: number }) {
      for (let i = 0; i < input.devices; i++) {
        await open(input.address, i, tickets(i, i + 1, true)).connect()
      }
    },

    /** Each writer sends a message into its own segment, waits for the acknowledgement, sends the next. */
    async writeFor(input: At & { writers: number; warmUpMs: number; durationMs: number }) {
      const segments = Array.from({ length: input.writers }, (_, i) => chatDocument(i))
      for (const [i, id] of segments.entries()) await open(input.address, i, [{ id, state: null }]).connect()
      const from = now() + input.warmUpMs
      const to = from + input.durationMs
      let acknowledged = 0
      const work = devices.map(async ({ device }, i) => {
        const id = segments[i] ?? everybodysChat
        while (now() < to) {
          await device.write(id, sendMessage)
          const at = now()
          if (at >= from && at < to) acknowledged++
        }
      })
      await Promise.all(work)
      return (acknowledged / input.durationMs) * 1000
    },

    /** Devices of one chat segment that only read, without presence: a thousand of them would talk of nothing else. */
    async receive(input: At & { firstNumber: number; devices: number }) {
      lastRemoteAt = new Array<number>(input.devices).fill(0)
      remoteChanges = new Array<number>(input.devices).fill(0)
      const numbers = Array.from({ length: input.devices }, (_, i) => i)
      await inWindow(numbers, writeWindow, async (i) => {
        const device = open(
          input.address,
          input.firstNumber + i,
          [{ id: everybodysChat, state: null }],
          false,
        )
        device.onRemoteChange(() => {
          lastRemoteAt[i] = now()
          remoteChanges[i] = (remoteChanges[i] ?? 0) + 1
        })
        await device.connect()
      })
    },

    /** Resolves when all receivers of this process have so many messages, with the time at which the last got it. */
    async untilReceived(input: { messages: number }) {
      while (remoteChanges.some((count) => count < input.messages)) await pause(2)
      return Math.max(...lastRemoteAt)
    },

    async openSender(input: At & { number: number }) {
      await open(input.address, input.number, [{ id: everybodysChat, state: null }], false).connect()
    },

    /** Resolves with the time at which the message was written. */
    async send(_input: null) {
      const sentAt = now()
      await first().write(everybodysChat, sendMessage)
      return sentAt
    },

    async openIdle(input: At & { devices: number }) {
      const numbers = Array.from({ length: input.devices }, (_, i) => i)
      await inWindow(numbers, writeWindow, async (number) => {
        const spec = { address: input.address, number, documentId: ticketDocument(number) }
        idle.push(await client.openIdle(spec))
      })
    },

    async countIdle(_input: null) {
      return idle.filter((device) => device.isOpen()).length
    },

    /** One change by one device while another looks on: what goes over the wire from then until all is still. */
    async measureWire(input: At & { change: 'message' | 'field' }): Promise<WireSample> {
      const isMessage = input.change === 'message'
      const id = isMessage ? everybodysChat : ticketDocument(0)
      const change = isMessage ? sendMessage : changeField
      const writer = open(input.address, 0, [{ id, state: null }], false)
      const reader = open(input.address, 1, [{ id, state: null }], false)
      await writer.connect()
      await reader.connect()
      const prepare: Change = isMessage ? sendMessage : (doc) => Y.applyUpdate(doc, newTicketUpdate(0))
      await writer.write(id, prepare)
      await pause(wireSettleMs)
      const before = [writer.wire(), reader.wire()] as const
      await writer.write(id, change)
      await pause(wireSettleMs)
      const after = [writer.wire(), reader.wire()] as const
      return {
        updateBytes: updateSizeOf(change, isMessage ? null : newTicketUpdate(0)),
        writerSentBytes: after[0].sentBytes - before[0].sentBytes,
        writerReceivedBytes: after[0].receivedBytes - before[0].receivedBytes,
        readerSentBytes: after[1].sentBytes - before[1].sentBytes,
        readerReceivedBytes: after[1].receivedBytes - before[1].receivedBytes,
      }
    },
  }

  function first(): Device {
    const [opened] = devices
    if (opened === undefined) throw new Error('no device is open')
    return opened.device
  }
}

const wireSettleMs = 1_000

const deviceAway = ({ address, documents }: At & { documents: number }): DeviceSpec => ({
  address,
  number: 0,
  documents: tickets(0, documents, true),
  presence: true,
})

function tickets(from: number, to: number, isHeld: boolean): HeldDocument[] {
  const documents: HeldDocument[] = []
  for (let i = from; i < to; i++) {
    documents.push({ id: ticketDocument(i), state: isHeld ? newTicketUpdate(i) : null })
  }
  return documents
}

const now = () => Number(process.hrtime.bigint()) / 1e6
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
