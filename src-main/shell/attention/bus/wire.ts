/**
 * Messages of D-Bus as bytes (https://dbus.freedesktop.org/doc/dbus-specification.html): as many of its types as
 * notifications take are written, all of them are read over.
 */

export const messageTypes = { call: 1, reply: 2, error: 3, signal: 4 } as const

/** What goes out. A variant is written as [signature, value]. */
export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly contract: string
  readonly member: string
  readonly signature: string
  readonly body: readonly unknown[]
}

export interface BusMessage {
  readonly type: number
  /** Of the call that this answers; null for others. */
  readonly answers: number | null
  readonly contract: string
  readonly member: string
  readonly body: readonly unknown[]
}

const fields = { path: 1, contract: 2, member: 3, answers: 5, destination: 6, signature: 8 } as const
const fixedHead = 16
/** Far above what a desktop says to a program, far below what would hurt. */
const maxMessage = 1024 * 1024
const maxDepth = 16

export function encodeCall(
  serial: number,
  { destination, path, contract, member, signature, body }: BusCall,
): Buffer {
  const content = createWriter()
  splitSignature(signature).forEach((type, index) => content.write(type, body[index]))
  const head = createWriter()
  for (const byte of [0x6c, messageTypes.call, 0, 1]) head.write('y', byte)
  head.write('u', content.bytes.length)
  head.write('u', serial)
  head.write('a(yv)', [
    [fields.path, ['o', path]],
    [fields.contract, ['s', contract]],
    [fields.member, ['s', member]],
    [fields.destination, ['s', destination]],
    ...(signature === '' ? [] : [[fields.signature, ['g', signature]]]),
  ])
  head.align(8)
  return Buffer.from([...head.bytes, ...content.bytes])
}

/** Takes bytes as they come and gives whole messages. Throws where they are none: the connection is of no use then. */
export function createMessageReader(onMessage: (message: BusMessage) => void): (bytes: Buffer) => void {
  let held: Buffer = Buffer.alloc(0)
  return (bytes) => {
    held = Buffer.concat([held, bytes])
    while (held.length >= fixedHead) {
      const isLittle = held[0] === 0x6c
      if (!isLittle && held[0] !== 0x42) throw new Error('this is no message of D-Bus')
      const number = (at: number) => (isLittle ? held.readUInt32LE(at) : held.readUInt32BE(at))
      const size = aligned(fixedHead + number(12), 8) + number(4)
      if (size > maxMessage) throw new Error('a message of D-Bus is too large')
      if (held.length < size) return
      const message = decode(held.subarray(0, size), isLittle)
      held = held.subarray(size)
      onMessage(message)
    }
  }
}

function decode(bytes: Buffer, isLittle: boolean): BusMessage {
  const head = createReader(bytes, isLittle, 12)
  const found = new Map<number, unknown>()
  for (const [code, value] of head.read('a(yv)') as [number, unknown][]) found.set(code, value)
  const text = (code: number): string => {
    const value = found.get(code)
    return typeof value === 'string' ? value : ''
  }
  head.align(8)
  const answers = found.get(fields.answers)
  return {
    type: bytes[1] ?? 0,
    answers: typeof answers === 'number' ? answers : null,
    contract: text(fields.contract),
    member: text(fields.member),
    body: splitSignature(text(fields.signature)).map((type) => head.read(type)),
  }
}

function createWriter() {
  const bytes: number[] = []
  const align = (to: number): void => {
    while (bytes.length % to !== 0) bytes.push(0)
  }
  const number = (value: number): void => {
    align(4)
    bytes.push(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24)
  }
  const write = (type: string, value: unknown): void => {
    switch (type.charAt(0)) {
      case 'y':
        bytes.push(Number(value))
        return
      case 'b':
        number(value === true ? 1 : 0)
        return
      case 'u':
      case 'i':
        number(Number(value))
        return
      case 's':
      case 'o': {
        // A zero would end the text for the other side, which then hangs up.
        const text = Buffer.from(String(value).replaceAll('\0', ''), 'utf8')
        number(text.length)
        for (const byte of text) bytes.push(byte)
        bytes.push(0)
        return
      }
      case 'g': {
        const text = Buffer.from(String(value), 'latin1')
        bytes.push(text.length, ...text, 0)
        return
      }
      case 'v': {
        const [inner, content] = value as readonly [string, unknown]
        write('g', inner)
        write(inner, content)
        return
      }
      case 'a': {
        const of = type.slice(1)
        number(0)
        const lengthAt = bytes.length - 4
        align(alignmentOf(of))
        const start = bytes.length
        for (const each of value as readonly unknown[]) write(of, each)
        const length = bytes.length - start
        for (let byte = 0; byte < 4; byte++) bytes[lengthAt + byte] = (length >>> (8 * byte)) & 0xff
        return
      }
      case '(':
      case '{':
        align(8)
        splitSignature(type.slice(1, -1)).forEach((part, index) =>
          write(part, (value as readonly unknown[])[index]),
        )
        return
      default:
        throw new Error(`the type ${type} is not written here`)
    }
  }
  return { bytes, align, write }
}

function createReader(bytes: Buffer, isLittle: boolean, from: number) {
  let at = from
  const align = (to: number): void => {
    at = aligned(at, to)
  }
  const take = (size: number): Buffer => {
    if (at + size > bytes.length) throw new Error('a message of D-Bus ends too early')
    at += size
    return bytes.subarray(at - size, at)
  }
  const number = (): number => (isLittle ? take(4).readUInt32LE() : take(4).readUInt32BE())
  const text = (length: number): string => {
    const value = take(length).toString('utf8')
    take(1)
    return value
  }
  const read = (type: string, depth = 0): unknown => {
    if (depth > maxDepth) throw new Error('a message of D-Bus is nested too deep')
    align(alignmentOf(type))
    switch (type.charAt(0)) {
      case 'y':
        return take(1)[0]
      case 'b':
        return number() === 1
      case 'u':
      case 'h':
        return number()
      case 'i':
        return number() | 0
      case 'n':
      case 'q':
        take(2)
        return null
      case 'x':
      case 't':
      case 'd':
        take(8)
        return null
      case 's':
      case 'o':
        return text(number())
      case 'g':
        return text(take(1)[0] ?? 0)
      case 'v': {
        const [inner = 'y'] = splitSignature(String(read('g', depth + 1)))
        return read(inner, depth + 1)
      }
      case 'a': {
        const length = number()
        align(alignmentOf(type.slice(1)))
        const end = at + length
        const values: unknown[] = []
        while (at < end) values.push(read(type.slice(1), depth + 1))
        return values
      }
      case '(':
      case '{':
        return splitSignature(type.slice(1, -1)).map((part) => read(part, depth + 1))
      default:
        throw new Error(`D-Bus has no type ${type}`)
    }
  }
  return { read, align }
}

/** One whole type each: `ua{sv}i` is `u`, `a{sv}`, `i`. */
function splitSignature(signature: string): string[] {
  const types: string[] = []
  let start = 0
  let depth = 0
  for (let at = 0; at < signature.length; at++) {
    const sign = signature.charAt(at)
    if (sign === '(' || sign === '{') depth++
    if (sign === ')' || sign === '}') depth--
    if (depth > 0 || sign === 'a') continue
    types.push(signature.slice(start, at + 1))
    start = at + 1
  }
  return types
}

function alignmentOf(type: string): number {
  const sign = type.charAt(0)
  if ('ygv'.includes(sign)) return 1
  if ('nq'.includes(sign)) return 2
  return 'xtd({'.includes(sign) ? 8 : 4
}

function aligned(at: number, to: number): number {
  return Math.ceil(at / to) * to
}
