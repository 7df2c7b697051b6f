/**
 * What the editor knows: the nodes and marks of the model (src-shared/model/article/article.ts), by the same names.
 * Pictures are blobs and no addresses, so that nothing pasted can be fetched; links only as the link policy allows.
 */
import { type Extension, getSchema, type Extensions } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import StarterKit from '@tiptap/starter-kit'
import type { Doc } from 'yjs'
import { isTextNode, type ArticleNode } from '#shared/model/article/article-node.ts'
import { xmlToNodes } from '#shared/model/article/article-xml.ts'
import { allowedLink } from '../../../ui/index.ts'
import { inlineFileNodes } from './inline-file-nodes.tsx'

const kit = StarterKit.configure({
  // Yjs undoes one's own steps and leaves those of others.
  undoRedo: false,
  // Would add a paragraph for everybody who opens an article.
  trailingNode: false,
  link: {
    openOnClick: false,
    defaultProtocol: 'https',
    isAllowedUri: (url) => allowedLink(url) !== undefined,
    HTMLAttributes: { target: null, rel: null, class: null },
  },
})

/** Without the widths that Tiptap writes into `style`; wide tables scroll in their frame. */
const PlainTable = Table.extend({
  renderHTML: () => ['div', { class: 'article-table' }, ['table', ['tbody', 0]]],
}).configure({ resizable: false })

const content: Extensions = [kit, PlainTable, TableRow, TableHeader, TableCell, ...inlineFileNodes]

export function editorExtensions(doc: Doc, ...more: readonly Extension[]): Extensions {
  return [...content, Collaboration.configure({ document: doc, field: 'content' }), ...more]
}

let schema: Schema | null = null
const contentSchema = (): Schema => (schema ??= getSchema(content))

/** Whether the editor can hold all that the document says: what it cannot it would take out, for everybody. */
export function isEditable(doc: Doc): boolean {
  const nodes = doc
    .getXmlFragment('content')
    .toArray()
    .flatMap((xml) => xmlToNodes(xml))
  if (nodes.length === 0) return true
  try {
    ProseMirrorNode.fromJSON(contentSchema(), { type: 'doc', content: nodes.map(toJson) }).check()
    return true
  } catch {
    return false
  }
}

function toJson(node: ArticleNode): object {
  if (isTextNode(node)) {
    return {
      type: 'text',
      text: node.text,
      marks: node.marks.map((type) => ({ type, attrs: node.attrs?.[type] ?? {} })),
    }
  }
  return {
    type: node.type,
    attrs: { ...node.attrs, ...(node.level === undefined ? {} : { level: node.level }) },
    // An empty text is what somebody's deleted words leave behind.
    content: node.children.filter((child) => !isTextNode(child) || child.text !== '').map(toJson),
  }
}
