/** Pictures and files inside of an article's text, with what is known of the article's files. */
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { listInlineFiles, type InlineFile } from '#shared/model/article/article-node.ts'
import { fileActions } from '../../state/files.ts'
import { InlineFileView } from '../../ui/index.ts'

const Files = createContext<ReadonlyMap<string, AttachmentRow>>(new Map())

export function InlineFiles({
  article: { files },
  children,
}: {
  readonly article: Pick<ArticleDetail, 'files'>
  readonly children: ReactNode
}): ReactNode {
  const byId = useMemo(() => new Map(files.map((file) => [file.id as string, file])), [files])
  return <Files value={byId}>{children}</Files>
}

export function InlineFilePart({ file }: { readonly file: InlineFile }): ReactNode {
  const { type, blob, name, size, alt } = file
  const row = useContext(Files).get(blob ?? '')
  return <InlineFileView file={row} kind={type} name={name} size={size} alt={alt} actions={fileActions} />
}

/** Those that stand beside the text alone. */
export function filesBeside({ files, content }: Pick<ArticleDetail, 'files' | 'content'>): AttachmentRow[] {
  const inText = new Set<string | null>(listInlineFiles(content).map(({ blob }) => blob))
  return files.filter(({ id }) => !inText.has(id))
}
