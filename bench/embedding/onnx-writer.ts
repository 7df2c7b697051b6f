/** Writes an ONNX file: as much of the format as a small graph needs (onnx.proto3 of ONNX 1.16). */
export interface Initializer {
  readonly name: string
  readonly dims: readonly number[]
  readonly data: Float32Array | BigInt64Array
}

export interface GraphNode {
  readonly op: string
  readonly inputs: readonly string[]
  readonly output: string
  readonly ints?: Readonly<Record<string, readonly number[]>>
  readonly int?: Readonly<Record<string, number>>
  readonly float?: Readonly<Record<string, number>>
}

export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly initializers: readonly Initializer[]
  /** Of int64, with two dimensions of any size. */
  readonly inputs: readonly string[]
  /** Of float, with three dimensions. */
  readonly output: string
}

const float = 1
const int64 = 7
const attribute = { float: 1, int: 2, ints: 7 } as const

export function writeOnnx(graph: Graph): Buffer {
  const fields = [
    ...graph.nodes.map((node) => message(1, writeNode(node))),
    text(2, 'graph'),
    ...graph.initializers.map((tensor) => message(5, writeTensor(tensor))),
    ...graph.inputs.map((name) => message(11, writeValue(name, int64, ['rows', 'width']))),
    message(12, writeValue(graph.output, float, ['rows', 'width', 'dimensions'])),
  ]
  const opset = Buffer.concat([text(1, ''), number(2, 20)])
  return Buffer.concat([number(1, 9), message(7, Buffer.concat(fields)), message(8, opset)])
}

function writeNode({ op, inputs, output, ints = {}, int = {}, float: floats = {} }: GraphNode): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(3, output),
    text(4, op),
    ...Object.entries(ints).map(([name, values]) =>
      message(
        5,
        Buffer.concat([
          text(1, name),
          ...values.map((value) => number(8, value)),
          number(20, attribute.ints),
        ]),
      ),
    ),
    ...Object.entries(int).map(([name, value]) =>
      message(5, Buffer.concat([text(1, name), number(3, value), number(20, attribute.int)])),
    ),
    ...Object.entries(floats).map(([name, value]) =>
      message(5, Buffer.concat([text(1, name), single(2, value), number(20, attribute.float)])),
    ),
  ])
}

function writeTensor({ name, dims, data }: Initializer): Buffer {
  return Buffer.concat([
    ...dims.map((size) => number(1, size)),
    number(2, data instanceof Float32Array ? float : int64),
    text(8, name),
    message(9, Buffer.from(data.buffer, data.byteOffset, data.byteLength)),
  ])
}

function writeValue(name: string, type: number, dims: readonly string[]): Buffer {
  const shape = Buffer.concat(dims.map((dim) => message(1, text(2, dim))))
  const tensor = Buffer.concat([number(1, type), message(2, shape)])
  return Buffer.concat([text(1, name), message(2, message(1, tensor))])
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 0x80 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}

const number = (field: number, value: number): Buffer => Buffer.concat([varint(field << 3), varint(value)])
const message = (field: number, body: Buffer): Buffer =>
  Buffer.concat([varint((field << 3) | 2), varint(body.length), body])
const text = (field: number, value: string): Buffer => message(field, Buffer.from(value))
function single(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return Buffer.concat([varint((field << 3) | 5), bytes])
}
