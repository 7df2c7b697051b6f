/** The nodes of a Markdown tree, by the parser that makes them: their own package holds types alone. */
import type { fromMarkdown } from 'mdast-util-from-markdown'

export type Root = ReturnType<typeof fromMarkdown>
export type RootContent = Root['children'][number]
type Of<Type extends RootContent['type']> = Extract<RootContent, { readonly type: Type }>
export type PhrasingContent = Of<'paragraph'>['children'][number]
export type BlockContent = Of<'blockquote'>['children'][number]
export type ListItem = Of<'list'>['children'][number]
export type TableRow = Of<'table'>['children'][number]
