/**
 * What a system must provide to be measured. Two halves, since they live in different processes: a `SyncSubject`
 * starts the server from the process of the benchmark, and a `SubjectClient` is loaded in the client processes.
 */
import type * as Y from 'yjs'
import type { DocId } from '#shared/base/ids.ts'

export const subjectNames = ['outpost', 'y-websocket', 'hocuspocus'] as const
export type SubjectName = (typeof subjectNames)[number]

export interface SyncSubject {
  readonly name: SubjectName
  /** What a device waits for after a write, and whether that comes after fsync: stated in the table. */
  readonly acknowledgement: string
  /** Starts the server in a process of its own, with all its data in `folder` (exists, empty, removed afterwards). */
  startServer(folder: string): Promise<RunningServer>
}

export interface RunningServer {
  readonly pid: number
  readonly address: ServerAddress
  /** Ends the process; need not be graceful, the data is thrown away. */
  stop(): Promise<void>
}

/** Crosses to the client processes as JSON. */
export interface ServerAddress {
  readonly port: number
  /** What clients need beyond the port, as access tokens; the server's process reports it with the port. */
  readonly extra: Readonly<Record<string, string>>
}

export interface SubjectClient {
  /** Not yet connected. Held documents are what the device has from before. */
  openDevice(spec: DeviceSpec): Device
  /** Has the device read its held documents, while the server has just these, and leave: where it keeps more than them. */
  readBefore?(spec: DeviceSpec): Promise<void>
  /** A connected socket that did what an idle device of the system does first, and then keeps still. */
  openIdle(spec: IdleSpec): Promise<IdleDevice>
}

export interface DeviceSpec {
  readonly address: ServerAddress
  /** From 0, different for each device of one server. */
  readonly number: number
  readonly documents: readonly HeldDocument[]
  /** Whether the device shows itself to others (awareness), as the systems do by default. */
  readonly presence: boolean
}

export interface HeldDocument {
  readonly id: DocId
  /** The state from before, as one Yjs update; null where the device has none. */
  readonly state: Uint8Array | null
}

export interface IdleSpec {
  readonly address: ServerAddress
  readonly number: number
  readonly documentId: DocId
}

export interface IdleDevice {
  isOpen(): boolean
}

export type Change = (doc: Y.Doc) => void

/** Ended by ending its process: there is no `close`. */
export interface Device {
  /** Resolves when the first exchange is done for all documents. What others wrote meanwhile may still be under way. */
  connect(): Promise<void>
  /** Makes the change and sends it. Resolves when the system has acknowledged it. One at a time for a document. */
  write(id: DocId, change: Change): Promise<void>
  /** Called for each change of another device, when it is in this device's document. */
  onRemoteChange(listener: (id: DocId) => void): void
  /**
   * Resolves when every document holds what it waits for. May be called before `connect`.
   * `updatesEach` says the same in numbers, for a device that keeps updates and not documents.
   */
  untilHolds(expected: { isComplete: (doc: Y.Doc) => boolean; updatesEach: number }): Promise<void>
  /** Further figures of a catch-up, after it. Throws where not all is there. */
  afterCatchUp?(): Promise<Readonly<Record<string, number>>>
  /** Payload bytes of WebSocket messages so far, without the frames' headers. */
  wire(): WireCount
}

export interface WireCount {
  readonly sentBytes: number
  readonly receivedBytes: number
}
