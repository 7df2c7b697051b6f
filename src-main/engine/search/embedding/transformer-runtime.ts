/**
 * The part of transformers.js that is used, loaded when the first transformer model is opened: with it comes
 * onnxruntime's native code, which a program that uses the built-in model never loads.
 */
import path from 'node:path'

export interface TransformerRuntime {
  /** The pieces of each text, cut to the model's window. */
  tokenize(texts: readonly string[]): readonly (readonly number[])[]
  /** One state a piece: rows * width * dimensions numbers. Both inputs have rows * width entries. */
  run(ids: BigInt64Array, mask: BigInt64Array, rows: number, width: number): Promise<HiddenStates>
  dispose(): Promise<void>
}

export interface HiddenStates {
  readonly data: Float32Array
  readonly dimensions: number
}

export interface RuntimeOptions {
  /** With config.json, tokenizer.json and onnx/. */
  readonly folder: string
  /** The file in onnx/, without its ending. */
  readonly weights: string
  readonly maxTokens: number
  /** How many threads one run may use. */
  readonly threads: number
}

/** Throws what the runtime says of a model that it cannot read. */
export async function loadTransformer({
  folder,
  weights,
  maxTokens,
  threads,
}: RuntimeOptions): Promise<TransformerRuntime> {
  const { AutoModel, AutoTokenizer, Tensor, env } = await import('@huggingface/transformers')
  env.allowRemoteModels = false
  env.allowLocalModels = true
  env.useFSCache = false
  env.useBrowserCache = false
  env.fetch = () => Promise.reject(new Error('models are never fetched from here'))
  env.localModelPath = path.dirname(folder)
  // It would print its inputs where a run fails, and they are what people wrote.
  env.logLevel = 50
  const name = path.basename(folder)
  const tokenizer = await AutoTokenizer.from_pretrained(name, { local_files_only: true })
  const model = await AutoModel.from_pretrained(name, {
    local_files_only: true,
    // The files say in their own name how they are quantised: nothing is to be added to it.
    dtype: 'fp32',
    model_file_name: weights,
    device: 'cpu',
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1, executionMode: 'sequential' },
  })
  const call = model as unknown as (inputs: object) => Promise<ModelOutput>
  const encode = tokenizer as unknown as (texts: string[], options: object) => { input_ids: number[][] }
  return {
    tokenize: (texts) =>
      encode([...texts], { padding: false, truncation: true, max_length: maxTokens, return_tensor: false })
        .input_ids,
    async run(ids, mask, rows, width) {
      const output = await call({
        input_ids: new Tensor('int64', ids, [rows, width]),
        attention_mask: new Tensor('int64', mask, [rows, width]),
      })
      const states = output.last_hidden_state ?? output.token_embeddings ?? output.logits
      const dimensions = states?.dims[2]
      if (!states || dimensions === undefined || !(states.data instanceof Float32Array))
        throw new Error('the model answers with something else than one state a piece')
      return { data: states.data, dimensions }
    },
    async dispose() {
      await model.dispose()
    },
  }
}

interface ModelOutput {
  readonly last_hidden_state?: OutputTensor
  readonly token_embeddings?: OutputTensor
  readonly logits?: OutputTensor
}

interface OutputTensor {
  readonly data: unknown
  readonly dims: readonly number[]
}
