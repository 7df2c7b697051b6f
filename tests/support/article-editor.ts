/** An open editor as the engine sees it: a Y.Doc that is fed by `article.doc` and sends what is typed. */
import * as Y from 'yjs'
import type { ArticleId } from '#shared/base/ids.ts'
import { unwrap } from '#shared/base/result.ts'
import { nodeToXml } from '#shared/model/article/article-xml.ts'
import type { ArticleNode } from '#shared/model/article/article-node.ts'
import type { World } from './engine-world.ts'

export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

export const textNode = (text: string, ...marks: string[]): ArticleNode => ({ type: 'text', text, marks })
export const paragraph = (text: string): ArticleNode => ({ type: 'paragraph', children: [textNode(text)] })

export interface TestEditor {
  readonly doc: Y.Doc
  readonly content: Y.XmlFragment
  /** Takes what is stored. */
  load(): Promise<void>
  /** Changes the content, and returns what would be sent. */
  change(work: (content: Y.XmlFragment) => void): Uint8Array
  /** Changes the content and sends it. */
  type(work: (content: Y.XmlFragment) => void): void
  /** Adds a paragraph at the end, and sends it. */
  write(text: string): void
}

export function createTestEditor(world: World, articleId: ArticleId): TestEditor {
  const doc = new Y.Doc()
  const content = doc.getXmlFragment('content')
  const editor: TestEditor = {
    doc,
    content,
    async load() {
      const { rows } = await world.ask('article.doc', { articleId })
      for (const { update } of rows) Y.applyUpdate(doc, Buffer.from(update, 'base64'), 'engine')
    },
    change(work) {
      const updates: Uint8Array[] = []
      const collect = (update: Uint8Array) => updates.push(update)
      doc.on('update', collect)
      doc.transact(() => work(content))
      doc.off('update', collect)
      return Y.mergeUpdates(updates)
    },
    type(work) {
      unwrap(world.execute('article.edit', { articleId, update: toBase64(editor.change(work)) }))
    },
    write(text) {
      editor.type((fragment) => fragment.push([nodeToXml(paragraph(text))]))
    },
  }
  return editor
}
