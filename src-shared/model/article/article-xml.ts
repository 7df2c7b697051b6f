/**
 * Content between a document's XML and plain nodes, in the way that y-prosemirror stores it: an element's attributes are
 * those of its XML element, marks are the formatting of the text, their values the mark's attributes (`{}` for none).
 * A mark that may stand on itself several times is stored as `name--hash`.
 */
import * as Y from 'yjs'
import { fieldsOf, textOf } from '../values.ts'
import {
  isTextNode,
  maxNodeDepth,
  type ArticleNode,
  type ArticleTextNode,
  type Attributes,
  type AttributeValue,
} from './article-node.ts'

export function nodeToXml(node: ArticleNode): Y.XmlElement | Y.XmlText {
  if (isTextNode(node)) return textsToXml([node])
  const element = new Y.XmlElement<Record<string, AttributeValue>>(node.type)
  if ('children' in node) {
    if (node.level !== undefined) element.setAttribute('level', node.level)
    for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value)
    element.insert(0, childrenToXml(node.children))
  }
  return element as unknown as Y.XmlElement
}

/** Neighbouring pieces of text are one XML text: two of them beside each other merge badly. */
function childrenToXml(children: readonly ArticleNode[]): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = []
  let texts: ArticleTextNode[] = []
  const flush = () => {
    if (texts.length > 0) made.push(textsToXml(texts))
    texts = []
  }
  for (const child of children) {
    if (isTextNode(child)) {
      texts.push(child)
      continue
    }
    flush()
    made.push(nodeToXml(child))
  }
  flush()
  return made
}

function textsToXml(texts: readonly ArticleTextNode[]): Y.XmlText {
  const xml = new Y.XmlText()
  xml.applyDelta(
    texts
      .filter(({ text }) => text !== '')
      .map(({ text, marks, attrs }) => ({
        insert: text,
        attributes: Object.fromEntries(marks.map((mark) => [mark, { ...attrs?.[mark] }])),
      })),
  )
  return xml
}

export function xmlToNodes(xml: unknown, depth = 0): ArticleNode[] {
  if (depth > maxNodeDepth) return []
  if (xml instanceof Y.XmlText) {
    const delta = xml.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
    return delta.map((op) => toText(textOf(op.insert), op.attributes ?? {}))
  }
  if (!(xml instanceof Y.XmlElement)) return []
  const { level, ...attributes } = xml.getAttributes() as Record<string, unknown>
  const headingLevel = Number(level)
  const attrs = readAttributes(attributes)
  return [
    {
      type: xml.nodeName,
      ...(Number.isInteger(headingLevel) && headingLevel > 0 ? { level: headingLevel } : {}),
      ...(attrs ? { attrs } : {}),
      children: xml.toArray().flatMap((child) => xmlToNodes(child, depth + 1)),
    },
  ]
}

function toText(text: string, attributes: Readonly<Record<string, unknown>>): ArticleTextNode {
  const marks: string[] = []
  const attrs: Record<string, Attributes> = {}
  for (const [key, value] of Object.entries(attributes)) {
    const mark = /^(.+)--[\w+/=]{8}$/.exec(key)?.[1] ?? key
    if (!marks.includes(mark)) marks.push(mark)
    const found = readAttributes(fieldsOf(value))
    if (found) define(attrs, mark, found)
  }
  marks.sort()
  return { type: 'text', text, marks, ...(Object.keys(attrs).length > 0 ? { attrs } : {}) }
}

/** Null where none is of a kind that can be kept; null values are how the editor says "not set". */
function readAttributes(fields: Readonly<Record<string, unknown>>): Attributes | null {
  const attrs: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(fields)) {
    const isKept =
      typeof value === 'string' ||
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value))
    if (isKept) define(attrs, name, value)
  }
  return Object.keys(attrs).length > 0 ? attrs : null
}

/** Names come from others: `__proto__` is one like any. */
function define<T>(record: Record<string, T>, name: string, value: T): void {
  Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true })
}
