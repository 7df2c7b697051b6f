/**
 * Reads raw tensors out of an ONNX file without a runtime: all that a lookup table needs of it. Walks the protobuf
 * ModelProto.graph(7).initializer(5) with name(8) and raw_data(9), and looks at nothing else.
 */

const graphField = 7
const initializerField = 5
const nameField = 8
const rawDataField = 9

/** The raw bytes of every initialiser, by name; views of `bytes`. Throws where the file is cut off or no protobuf. */
export function readOnnxTables(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const tables = new Map<string, Uint8Array>()
  eachField(bytes, (field, graph) => {
    if (field !== graphField) return
    eachField(graph, (inGraph, initializer) => {
      if (inGraph !== initializerField) return
      const parts = new Map<number, Uint8Array>()
      eachField(initializer, (inTensor, value) => parts.set(inTensor, value))
      const data = parts.get(rawDataField)
      if (data) tables.set(new TextDecoder().decode(parts.get(nameField)), data)
    })
  })
  return tables
}

/** Calls back for every field that holds bytes; skips numbers. */
function eachField(bytes: Uint8Array, found: (field: number, value: Uint8Array) => void): void {
  let at = 0
  const varint = (): number => {
    let result = 0
    for (let factor = 1; factor < 2 ** 56; factor *= 128) {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('the file is cut off')
      result += (byte & 127) * factor
      if (byte < 128) return result
    }
    throw new Error('the file is no ONNX model')
  }
  while (at < bytes.length) {
    const tag = varint()
    switch (tag % 8) {
      case 0:
        varint()
        break
      case 1:
        at += 8
        break
      case 2: {
        const length = varint()
        if (at + length > bytes.length) throw new Error('the file is cut off')
        found(Math.floor(tag / 8), bytes.subarray(at, at + length))
        at += length
        break
      }
      case 5:
        at += 4
        break
      default:
        throw new Error('the file is no ONNX model')
    }
  }
  if (at > bytes.length) throw new Error('the file is cut off')
}
