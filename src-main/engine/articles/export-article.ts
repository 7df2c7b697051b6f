/** One article as a Markdown file with front matter. */
import type { BlobId } from '#shared/base/blob-id.ts'
import { articleDocId, type ArticleId } from '#shared/base/ids.ts'
import { readArticleContent, readArticleFiles, readArticleMeta } from '#shared/model/article/article.ts'
import type { CommandContext } from '../commands/context.ts'
import { writeFrontMatter } from './front-matter.ts'
import { contentToMarkdown, type FilePath } from './markdown-write.ts'
import { filesFolder, nameOf } from './transfer-files.ts'

export interface ExportedFile {
  /** Below the folder, with `/`. */
  readonly name: string
  readonly text: string
  readonly files: readonly { readonly id: BlobId; readonly name: string }[]
}

export function listForExport({ db }: CommandContext): ArticleId[] {
  return db
    .all<{ id: ArticleId }>('SELECT article_id AS id FROM articles ORDER BY article_id')
    .map(({ id }) => id)
}

/** Relative to a file so many folders below, as links of Markdown have it. */
function pathsFrom(depth: number, files: ReadonlyMap<string, string>): FilePath {
  return ({ blob }) => {
    const name = blob === null ? undefined : files.get(blob)
    return name === undefined ? null : '../'.repeat(depth) + name.split('/').map(encodeURIComponent).join('/')
  }
}

export function toMarkdownFile({ documents }: CommandContext, articleId: ArticleId): ExportedFile | null {
  return documents.read(articleDocId(articleId), (doc) => {
    const { title, language, category, section, tags, state, translationOf } = readArticleMeta(doc)
    const files = readArticleFiles(doc).map(({ id, name }) => ({
      id,
      name: `${filesFolder}/${id.slice(0, 8)}-${name}`,
    }))
    const lies = new Map<string, string>(files.map(({ id, name }) => [id, name]))
    const folders = [category, section].filter((name) => name !== '').map((name) => nameOf(name))
    return {
      name: [...folders, `${nameOf(title, articleId)}.md`].join('/'),
      files,
      text:
        writeFrontMatter({
          id: articleId,
          title,
          language,
          ...(category === '' ? {} : { category }),
          ...(section === '' ? {} : { section }),
          ...(tags.length === 0 ? {} : { tags }),
          state,
          ...(translationOf === null ? {} : { translationOf }),
          ...(files.length === 0 ? {} : { files: files.map(({ name }) => name) }),
        }) + contentToMarkdown(readArticleContent(doc), pathsFrom(folders.length, lies)),
    }
  })
}
