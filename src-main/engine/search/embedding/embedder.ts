/** Text to vectors. Every implementation passes tests/contract/embedder.ts. */
export interface EmbedderInfo {
  readonly id: string
  /** Changes whenever the same text would get another vector. */
  readonly version: string
  readonly dimensions: number
}

export interface Embedder {
  readonly info: EmbedderInfo
  /**
   * One vector of length 1 a text, in order; a text without anything known gets the zero vector. Texts of any length
   * and content are taken, also empty ones; what is beyond the model's window is left out.
   * @param kind some models embed questions otherwise than passages
   */
  embed(texts: readonly string[], kind: 'passage' | 'question'): Promise<readonly Float32Array[]>
  dispose(): Promise<void>
}
