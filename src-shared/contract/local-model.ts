/**
 * What the engine and the process that runs a language model's file say to each other. Both are ours and start together, so
 * this is typed and not parsed.
 */
export type LocalModelFault =
  /** No file is there, or it may not be read. */
  | 'model-missing'
  /** What is there is no model, is cut off, or is of a kind that llama.cpp does not know. */
  | 'model-unreadable'
  | 'model-memory'
  /** This program has no llama.cpp for this machine. */
  | 'model-runtime'
  /** The process ended in the middle. */
  | 'model-died'

export type LocalModelRequest =
  /** What the file is, by its beginning alone. */
  | { readonly type: 'look'; readonly id: number; readonly path: string }
  | {
      readonly type: 'write'
      readonly id: number
      readonly path: string
      readonly system: string
      readonly user: string
      readonly contextTokens: number
      readonly answerTokens: number
    }
  | { readonly type: 'cancel'; readonly id: number }

export type LocalModelResponse =
  | { readonly type: 'looked'; readonly id: number; readonly bytes: number }
  | { readonly type: 'piece'; readonly id: number; readonly text: string }
  | { readonly type: 'done'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly fault: LocalModelFault }

/** One end of the line between the two; the process ends when its line does. */
export interface LocalModelPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
  close(): void
}
