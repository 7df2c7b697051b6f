/** A file's blocks, as the parser has left them, to passages. */
import type { Chunk } from './chunk.ts'
import { createLanguageOf } from './language.ts'
import { packBlocks, type Block } from './pack-blocks.ts'
import { maxChunks } from './size.ts'

export interface FileBlockRow {
  readonly kind: Block['kind']
  readonly level: number | null
  readonly page: number | null
  readonly text: string
}

/** @param blocks in their order; read as they are needed */
export function chunkFile(blocks: Iterable<FileBlockRow>, modifiedAt: number): Chunk[] {
  const languageOf = createLanguageOf()
  const chunks: Chunk[] = []
  for (const { part, headings, text } of packBlocks(withParts(blocks))) {
    chunks.push({ part, headings, text, language: languageOf(text), authorId: null, at: modifiedAt })
    if (chunks.length === maxChunks) break
  }
  return chunks
}

function* withParts(blocks: Iterable<FileBlockRow>): Generator<Block> {
  for (const { kind, level, page, text } of blocks) {
    yield { kind, level, text, part: page === null ? '' : `p${String(page)}` }
  }
}
