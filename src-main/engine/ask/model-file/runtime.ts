/**
 * The part of node-llama-cpp that is used, in a process of its own: what is wrong with a file can end the process that
 * reads it. Nothing is built, downloaded or printed; llama.cpp comes with the program, for the processor (on Macs with
 * Apple silicon also for their graphics).
 */
import fs from 'node:fs/promises'
import os from 'node:os'
import {
  getLlama,
  InsufficientMemoryError,
  LlamaChatSession,
  LlamaLogLevel,
  type Llama,
  type LlamaModel,
} from 'node-llama-cpp'
import type { LocalModelFault } from '#shared/contract/local-model.ts'

export class ModelFault extends Error {
  readonly fault: LocalModelFault
  constructor(fault: LocalModelFault) {
    super(fault)
    this.fault = fault
  }
}

export interface Writing {
  readonly system: string
  readonly user: string
  readonly contextTokens: number
  readonly answerTokens: number
  readonly signal: AbortSignal
  readonly onPiece: (text: string) => void
}

/** Looks at the head of the file alone, and answers its size. @throws ModelFault */
export async function lookAt(path: string): Promise<number> {
  const { bytes, head } = await headOf(path)
  const isGguf = head.length === headBytes && head.toString('latin1', 0, 4) === 'GGUF'
  if (!isGguf || ![2, 3].includes(head.readUInt32LE(4))) throw new ModelFault('model-unreadable')
  // Numbers of tensors and of facts about them.
  for (const at of [8, 16]) {
    const count = head.readBigUInt64LE(at)
    if (count === 0n || count > 1_000_000n) throw new ModelFault('model-unreadable')
  }
  return bytes
}

const headBytes = 24

export function loadLlama(maxThreads: number): Promise<Llama> {
  return getLlama({
    build: 'never',
    skipDownload: true,
    gpu: process.platform === 'darwin' && process.arch === 'arm64' ? 'auto' : false,
    logLevel: LlamaLogLevel.disabled,
    progressLogs: false,
    maxThreads,
  })
}

/** One model at a time: another one takes its place. */
export function createModelRunner() {
  let llama: Llama | null = null
  let loaded: { readonly path: string; readonly model: LlamaModel } | null = null
  // The person's work keeps a core.
  const threads = Math.max(1, os.availableParallelism() - 1)

  const load = async (path: string): Promise<LlamaModel> => {
    if (loaded?.path === path) return loaded.model
    await loaded?.model.dispose()
    loaded = null
    await lookAt(path)
    llama ??= await loadLlama(threads).catch(() => {
      throw new ModelFault('model-runtime')
    })
    const model = await llama.loadModel({ modelPath: path }).catch((error: unknown) => {
      throw new ModelFault(error instanceof InsufficientMemoryError ? 'model-memory' : 'model-unreadable')
    })
    loaded = { path, model }
    return model
  }

  return {
    /** @throws ModelFault, or whatever comes of `signal` */
    async write(path: string, { system, user, contextTokens, answerTokens, signal, onPiece }: Writing) {
      const model = await load(path)
      const contextSize = Math.min(contextTokens, model.trainContextSize)
      const context = await model.createContext({ contextSize, threads }).catch(() => {
        throw new ModelFault('model-memory')
      })
      try {
        // What was asked before is no part of it.
        const session = new LlamaChatSession({
          contextSequence: context.getSequence(),
          ...(system === '' ? {} : { systemPrompt: system }),
        })
        await session.prompt(user, {
          maxTokens: answerTokens,
          temperature: 0,
          signal,
          onTextChunk: (text) => {
            if (text !== '') onPiece(text)
          },
        })
      } finally {
        await context.dispose()
      }
    },
  }
}

async function headOf(path: string): Promise<{ readonly bytes: number; readonly head: Buffer }> {
  try {
    const handle = await fs.open(path, 'r')
    try {
      const found = await handle.stat()
      if (!found.isFile()) throw new ModelFault('model-missing')
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      return { bytes: found.size, head: buffer.subarray(0, bytesRead) }
    } finally {
      await handle.close()
    }
  } catch {
    throw new ModelFault('model-missing')
  }
}
