/** Pictures and files that a Markdown text names by their paths, looked for in the folder that is imported. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { isBlobId } from '#shared/base/blob-id.ts'
import { cleanFileName } from '#shared/base/file-name.ts'
import {
  inlineFileNode,
  isInlineFile,
  isTextNode,
  readInlineFile,
  type ArticleElementNode,
  type ArticleNode,
} from '#shared/model/article/article-node.ts'
import { maxArticleFiles } from '#shared/model/article/article.ts'
import type { ReadMarkdown } from './markdown-reader.ts'
import { findInside, hashFile } from './transfer-files.ts'

export interface ReadContent extends ReadMarkdown {
  /** Below the folder: those that were found. */
  readonly files: readonly string[]
  readonly hasFiles: boolean
}

/**
 * Each path becomes the blob that lies there. What is not in the folder, or leads out of it, stays a link with its words:
 * nothing is fetched from anywhere.
 * @param name of the Markdown file below the folder
 */
export async function findFiles(folder: string, name: string, read: ReadMarkdown): Promise<ReadContent> {
  const files = new Map<string, ArticleNode | null>()
  let hasFiles = false
  const find = async (node: ArticleElementNode): Promise<ArticleNode> => {
    hasFiles = true
    const src = String(node.attrs?.['src'] ?? '')
    const below = path.posix.join(path.posix.dirname(name), decoded(src).replaceAll('\\', '/'))
    const found = files.get(below) ?? (files.size < maxArticleFiles ? await take(below, node) : null)
    files.set(below, found)
    // Named twice: the words are those of each place.
    return found && 'children' in found ? withWords(found, node) : asLink(node, src)
  }
  const take = async (below: string, node: ArticleElementNode): Promise<ArticleNode | null> => {
    const file = await findInside(folder, below)
    if (file === null) return null
    const [blob, { size }] = await Promise.all([hashFile(file), fs.stat(file)])
    if (!isBlobId(blob)) return null
    const plain = cleanFileName(path.basename(below).replace(/^[0-9a-f]{8}-/u, ''))
    return inlineFileNode({ type: typeOf(node), blob, name: plain, size, alt: '' })
  }
  const visit = async (nodes: readonly ArticleNode[]): Promise<ArticleNode[]> => {
    const made: ArticleNode[] = []
    for (const node of nodes) {
      if (isTextNode(node)) made.push(node)
      else if (isInlineFile(node)) made.push(await find(node))
      else made.push({ ...node, children: await visit(node.children) })
    }
    return made
  }
  const content = await visit(read.content)
  const found = [...files].flatMap(([below, node]) => (node ? [below] : []))
  return { ...read, content, files: found, hasFiles }
}

const typeOf = (node: ArticleElementNode) => (node.type === 'picture' ? 'picture' : 'file')

function withWords(found: ArticleElementNode, node: ArticleElementNode): ArticleNode {
  const file = readInlineFile(found)
  const alt = readInlineFile(node)?.alt ?? ''
  return file
    ? inlineFileNode({ ...file, type: typeOf(node), alt: node.type === 'picture' ? alt : '' })
    : found
}

function asLink(node: ArticleElementNode, href: string): ArticleNode {
  const { alt, name } = node.attrs ?? {}
  const words = String(node.type === 'picture' ? alt || name : name)
  return { type: 'text', text: words || href, marks: ['link'], attrs: { link: { href } } }
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src)
  } catch {
    return src
  }
}
