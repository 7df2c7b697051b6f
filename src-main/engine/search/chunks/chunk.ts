/** What a source is cut into: passages of a few hundred tokens at most, each in its place. */
export interface Chunk {
  /** Which part of the source: '' (an article, a description), an EntryId, a MessageId, or p{page} of a file. */
  readonly part: string
  /** The headings above it, outermost first; without the source's title. */
  readonly headings: readonly string[]
  /** As it stands in its place. */
  readonly text: string
  readonly language: 'de' | 'en' | null
  readonly authorId: string | null
  readonly at: number
}

/** What is embedded, and hashed to know whether it changed. */
export function embeddedText(title: string, { headings, text }: Pick<Chunk, 'headings' | 'text'>): string {
  return [title, ...headings, text].filter((line) => line !== '').join('\n')
}
