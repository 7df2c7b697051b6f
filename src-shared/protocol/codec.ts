/** Frames to bytes and back. `decode` answers every input: with the frame, or with why it is none. */
import { err, ok, type Result } from '../base/result.ts'
import { protocolLimits } from './limits.ts'
import type { ClientFrame, Frame, ServerFrame } from './frames.ts'
import { layouts } from './layouts.ts'
import { createReader, createWriter, Malformed, type Writer } from './wire.ts'

export interface FrameError {
  readonly type: 'malformed' | 'too-large'
  readonly detail: string
}

export function encode(frame: Frame): Uint8Array {
  const writer = createWriter()
  writer.uint(frameNumbers[frame.type])
  // The type picks the layout that was made for it; TypeScript cannot follow that through the map.
  const write = layouts[frame.type].write as (writer: Writer, frame: Frame) => void
  write(writer, frame)
  return writer.finish()
}

export const decodeClientFrame = (bytes: Uint8Array): Result<ClientFrame, FrameError> =>
  decode(bytes, clientFrameTypes)

export const decodeServerFrame = (bytes: Uint8Array): Result<ServerFrame, FrameError> =>
  decode(bytes, serverFrameTypes)

/** Bytes of an entry in a page or an item in a push beside its payload, for filling frames up to a size. */
export const entryOverheadBytes = 200

function decode<T extends Frame>(bytes: Uint8Array, types: readonly T['type'][]): Result<T, FrameError> {
  if (bytes.byteLength > protocolLimits.frameBytes) {
    return err({ type: 'too-large', detail: String(bytes.byteLength) })
  }
  try {
    const reader = createReader(bytes)
    const number = reader.uint()
    const type = types.find((candidate) => frameNumbers[candidate] === number)
    if (!type) throw new Malformed('unknown frame')
    const frame: Frame = { type, ...layouts[type].read(reader) } as Frame
    reader.end()
    return ok(frame as T)
  } catch (error) {
    if (error instanceof Malformed) return err({ type: 'malformed', detail: error.message })
    throw error
  }
}

/** The number a frame begins with. Numbers are never used for something else. */
const frameNumbers = {
  hello: 1,
  push: 2,
  pull: 3,
  watch: 4,
  presence: 5,
  compare: 6,
  ping: 7,
  point: 8,
  welcome: 65,
  ack: 66,
  reject: 67,
  page: 68,
  poke: 69,
  access: 70,
  presences: 71,
  states: 72,
  pong: 73,
  pointed: 74,
} as const satisfies Record<Frame['type'], number>

const clientFrameTypes: readonly ClientFrame['type'][] = [
  'hello',
  'push',
  'pull',
  'watch',
  'presence',
  'compare',
  'ping',
  'point',
]
const serverFrameTypes: readonly ServerFrame['type'][] = [
  'welcome',
  'ack',
  'reject',
  'page',
  'poke',
  'access',
  'presences',
  'states',
  'pong',
  'pointed',
]
