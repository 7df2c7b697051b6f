/**
 * A language model file made by hand: a real GGUF of the llama architecture, some 2 MB, that llama.cpp loads and runs as any
 * other. Its only block adds nothing, so what comes next depends on the last piece alone: after whatever it was asked it says
 * one sentence, piece by piece, and ends.
 */

const types = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const

class Bytes {
  readonly #pieces: Buffer[] = []
  length = 0
  add(piece: Buffer): this {
    this.#pieces.push(piece)
    this.length += piece.length
    return this
  }
  u32(value: number): this {
    const piece = Buffer.alloc(4)
    piece.writeUInt32LE(value)
    return this.add(piece)
  }
  i32(value: number): this {
    const piece = Buffer.alloc(4)
    piece.writeInt32LE(value)
    return this.add(piece)
  }
  f32(value: number): this {
    const piece = Buffer.alloc(4)
    piece.writeFloatLE(value)
    return this.add(piece)
  }
  u64(value: number): this {
    const piece = Buffer.alloc(8)
    piece.writeBigUInt64LE(BigInt(value))
    return this.add(piece)
  }
  text(value: string): this {
    const piece = Buffer.from(value, 'utf8')
    return this.u64(piece.length).add(piece)
  }
  padTo(alignment: number): this {
    return this.add(Buffer.alloc((alignment - (this.length % alignment)) % alignment))
  }
  whole(): Buffer {
    return Buffer.concat(this.#pieces)
  }
}

const alignment = 32
const headSize = 64
const inner = 32
const kinds = { normal: 1, unknown: 2, control: 3, byte: 6 } as const

export interface TinyModelOptions {
  /** What it says, one piece each; no piece twice. Words begin with a space. */
  readonly says: readonly string[]
  /** Never ends, and says the first piece for ever. */
  readonly isEndless?: boolean
}

export function tinyGguf({ says, isEndless = false }: TinyModelOptions): Buffer {
  const bytes = Array.from({ length: 256 }, (_, value) => ({
    text: `<0x${value.toString(16).toUpperCase().padStart(2, '0')}>`,
    kind: kinds.byte,
  }))
  const vocabulary = [
    { text: '<unk>', kind: kinds.unknown },
    { text: '<s>', kind: kinds.control },
    { text: '</s>', kind: kinds.control },
    ...bytes,
    ...says.map((text) => ({ text: text.replaceAll(' ', '▁'), kind: kinds.normal })),
  ]
  const end = 2
  const first = vocabulary.length - says.length
  const width = Math.ceil(vocabulary.length / headSize) * headSize

  // Each piece is a direction of its own, and the output turns it into the one that follows.
  const embedding = new Float32Array(width * vocabulary.length)
  const output = new Float32Array(width * vocabulary.length)
  for (let piece = 0; piece < vocabulary.length; piece++) {
    embedding[piece * width + piece] = 1
    const isLast = piece === vocabulary.length - 1
    const next = piece < first || isEndless ? first : isLast ? end : piece + 1
    output[next * width + piece] = 10
  }
  const ones = () => new Float32Array(width).fill(1)
  const tensors: readonly (readonly [string, readonly number[], Float32Array])[] = [
    ['token_embd.weight', [width, vocabulary.length], embedding],
    ['output_norm.weight', [width], ones()],
    ['output.weight', [width, vocabulary.length], output],
    ['blk.0.attn_norm.weight', [width], ones()],
    ...(['attn_q', 'attn_k', 'attn_v', 'attn_output'] as const).map(
      (name) => [`blk.0.${name}.weight`, [width, width], new Float32Array(width * width)] as const,
    ),
    ['blk.0.ffn_norm.weight', [width], ones()],
    ['blk.0.ffn_gate.weight', [width, inner], new Float32Array(width * inner)],
    ['blk.0.ffn_up.weight', [width, inner], new Float32Array(width * inner)],
    ['blk.0.ffn_down.weight', [inner, width], new Float32Array(width * inner)],
  ]
  const text = (key: string, value: string) => (to: Bytes) => to.text(key).u32(types.string).text(value)
  const count = (key: string, value: number) => (to: Bytes) => to.text(key).u32(types.u32).u32(value)
  const facts = [
    text('general.architecture', 'llama'),
    text('general.name', 'Parrot'),
    count('llama.context_length', 4_096),
    count('llama.embedding_length', width),
    count('llama.block_count', 1),
    count('llama.feed_forward_length', inner),
    count('llama.attention.head_count', width / headSize),
    count('llama.attention.head_count_kv', width / headSize),
    count('llama.rope.dimension_count', headSize),
    count('llama.vocab_size', vocabulary.length),
    (to: Bytes) => to.text('llama.attention.layer_norm_rms_epsilon').u32(types.f32).f32(1e-5),
    text('tokenizer.ggml.model', 'llama'),
    (to: Bytes) => {
      to.text('tokenizer.ggml.tokens').u32(types.array).u32(types.string).u64(vocabulary.length)
      for (const piece of vocabulary) to.text(piece.text)
    },
    (to: Bytes) => {
      to.text('tokenizer.ggml.scores').u32(types.array).u32(types.f32).u64(vocabulary.length)
      for (let piece = 0; piece < vocabulary.length; piece++) to.f32(-piece)
    },
    (to: Bytes) => {
      to.text('tokenizer.ggml.token_type').u32(types.array).u32(types.i32).u64(vocabulary.length)
      for (const piece of vocabulary) to.i32(piece.kind)
    },
    count('tokenizer.ggml.bos_token_id', 1),
    count('tokenizer.ggml.eos_token_id', end),
    count('tokenizer.ggml.unknown_token_id', 0),
    text(
      'tokenizer.chat_template',
      "{% for message in messages %}[{{ message['role'] }}] {{ message['content'] }}\n{% endfor %}[assistant]",
    ),
  ]
  const file = new Bytes().add(Buffer.from('GGUF')).u32(3).u64(tensors.length).u64(facts.length)
  for (const fact of facts) fact(file)
  let offset = 0
  for (const [name, sizes, data] of tensors) {
    file.text(name).u32(sizes.length)
    for (const size of sizes) file.u64(size)
    // 0 stands for 32-bit floats.
    file.u32(0).u64(offset)
    offset += Math.ceil(data.byteLength / alignment) * alignment
  }
  file.padTo(alignment)
  for (const [, , data] of tensors)
    file.add(Buffer.from(data.buffer, data.byteOffset, data.byteLength)).padTo(alignment)
  return file.whole()
}
