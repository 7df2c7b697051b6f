/**
 * A transformer of the shape of all-MiniLM-L6-v2 (6 layers, 384 wide, 12 heads) with random weights and the built-in
 * model's tokenizer. Its vectors mean nothing; what it costs to make them is what such a model costs.
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRandom } from '#shared/base/random.ts'
import { writeOnnx, type GraphNode, type Initializer } from './onnx-writer.ts'

const [layers, width, heads, inner, pieces, positions] = [6, 384, 12, 1_536, 32_000, 512]

/** @param tokenizerFolder whose tokenizer files it takes */
export function writeRandomTransformer(folder: string, tokenizerFolder: string): void {
  fs.mkdirSync(path.join(folder, 'onnx'), { recursive: true })
  for (const file of ['tokenizer.json', 'tokenizer_config.json'])
    fs.copyFileSync(path.join(tokenizerFolder, file), path.join(folder, file))
  const config = { model_type: 'bert', hidden_size: width, vocab_size: pieces, num_hidden_layers: layers }
  fs.writeFileSync(path.join(folder, 'config.json'), JSON.stringify(config))
  fs.writeFileSync(path.join(folder, 'onnx', 'model.onnx'), buildModel())
}

function buildModel(): Buffer {
  const random = createRandom(11)
  const nodes: GraphNode[] = []
  const initializers: Initializer[] = []
  const weights = (name: string, ...dims: number[]): string => {
    const data = new Float32Array(dims.reduce((product, size) => product * size, 1))
    for (let index = 0; index < data.length; index++) data[index] = (random.next() - 0.5) * 0.08
    initializers.push({ name, dims, data })
    return name
  }
  const filled = (name: string, value: number, ...dims: number[]): string => {
    const size = dims.reduce((product, each) => product * each, 1)
    initializers.push({ name, dims, data: new Float32Array(size).fill(value) })
    return name
  }
  const whole = (name: string, ...values: number[]): string => {
    initializers.push({ name, dims: [values.length], data: BigInt64Array.from(values, BigInt) })
    return name
  }
  const scalar = (name: string, value: number): string => {
    initializers.push({ name, dims: [], data: BigInt64Array.of(BigInt(value)) })
    return name
  }
  const add = (
    op: string,
    inputs: readonly string[],
    output: string,
    more: Partial<GraphNode> = {},
  ): string => {
    nodes.push({ op, inputs, output, ...more })
    return output
  }
  const normalise = (input: string, name: string): string =>
    add('LayerNormalization', [input, filled(`${name}.g`, 1, width), filled(`${name}.b`, 0, width)], name, {
      int: { axis: -1 },
    })
  const linear = (input: string, name: string, from: number, to: number): string => {
    const product = add('MatMul', [input, weights(`${name}.w`, from, to)], `${name}.product`)
    return add('Add', [product, filled(`${name}.bias`, 0, to)], name)
  }

  const length = add('Gather', [add('Shape', ['input_ids'], 'shape'), scalar('one.index', 1)], 'length')
  const range = add('Range', [scalar('zero', 0), length, scalar('one', 1)], 'range')
  const word = add('Gather', [weights('words', pieces, width), 'input_ids'], 'word')
  const place = add('Gather', [weights('places', positions, width), range], 'place')
  const mask = add('Cast', ['attention_mask'], 'mask.float', { int: { to: 1 } })
  const wide = add('Unsqueeze', [mask, whole('mask.axes', 1, 2)], 'mask.wide')
  const inverse = add('Sub', [filled('unit', 1, 1), wide], 'mask.inverse')
  const bias = add('Mul', [inverse, filled('far', -10_000, 1)], 'mask.bias')
  const split = whole('split', 0, 0, heads, width / heads)
  const joined = whole('joined', 0, 0, width)
  const scale = filled('scale', 1 / Math.sqrt(width / heads), 1)

  let state = normalise(add('Add', [word, place], 'embedded'), 'start')
  for (let layer = 0; layer < layers; layer++) {
    const at = `l${layer}`
    const head = (name: string, perm: number[]): string =>
      add(
        'Transpose',
        [add('Reshape', [linear(state, `${at}.${name}`, width, width), split], `${at}.${name}.split`)],
        `${at}.${name}.heads`,
        { ints: { perm } },
      )
    const [q, k, v] = [head('q', [0, 2, 1, 3]), head('k', [0, 2, 3, 1]), head('v', [0, 2, 1, 3])]
    const scores = add('Mul', [add('MatMul', [q, k], `${at}.qk`), scale], `${at}.scaled`)
    const shares = add('Softmax', [add('Add', [scores, bias], `${at}.masked`)], `${at}.shares`, {
      int: { axis: -1 },
    })
    const seen = add('Transpose', [add('MatMul', [shares, v], `${at}.seen`)], `${at}.seen.rows`, {
      ints: { perm: [0, 2, 1, 3] },
    })
    const flat = add('Reshape', [seen, joined], `${at}.flat`)
    const out = linear(flat, `${at}.out`, width, width)
    const middle = normalise(add('Add', [state, out], `${at}.sum1`), `${at}.norm1`)
    const grown = add('Gelu', [linear(middle, `${at}.up`, width, inner)], `${at}.gelu`)
    const shrunk = linear(grown, `${at}.down`, inner, width)
    state = normalise(add('Add', [middle, shrunk], `${at}.sum2`), `${at}.norm2`)
  }
  add('Identity', [state], 'last_hidden_state')
  return writeOnnx({
    nodes,
    initializers,
    inputs: ['input_ids', 'attention_mask'],
    output: 'last_hidden_state',
  })
}
