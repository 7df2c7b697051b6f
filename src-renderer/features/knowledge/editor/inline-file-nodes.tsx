/**
 * Pictures and files as nodes of the editor. They hold the blob's id, a name, a size and words, never an address: nothing
 * that is pasted or written by others can be fetched from anywhere.
 */
import { mergeAttributes, Node } from '@tiptap/core'
import { NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react'
import type { ReactNode } from 'react'
import { isBlobId } from '#shared/base/blob-id.ts'
import { maxAlt, readInlineFile, type InlineFile } from '#shared/model/article/article-node.ts'
import { InlineFilePart } from '../inline-files.tsx'

const createNode = (type: InlineFile['type']) =>
  Node.create({
    name: type,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    draggable: true,
    addAttributes: () => ({
      blob: { default: null, parseHTML: (element: Element) => element.getAttribute('data-blob') },
      name: { default: '', parseHTML: (element: Element) => element.getAttribute('data-name') ?? '' },
      size: { default: 0, parseHTML: (element: Element) => Number(element.getAttribute('data-size')) || 0 },
      ...(type === 'picture'
        ? {
            alt: {
              default: '',
              parseHTML: (element: Element) => (element.getAttribute('data-alt') ?? '').slice(0, maxAlt),
            },
          }
        : {}),
    }),
    parseHTML: () => [
      {
        tag: `span[data-article-${type}]`,
        getAttrs: (element: HTMLElement) => (isBlobId(element.getAttribute('data-blob')) ? null : false),
      },
    ],
    renderHTML({ node }) {
      const { blob, name, size, alt } = node.attrs as Readonly<Record<string, unknown>>
      const data = { 'data-blob': blob, 'data-name': name, 'data-size': size, 'data-alt': alt }
      return ['span', mergeAttributes({ [`data-article-${type}`]: '' }, data)]
    },
    renderText: ({ node }) => String(node.attrs['alt'] || node.attrs['name']),
    addNodeView: () => ReactNodeViewRenderer(FileNode, { as: 'span', className: 'article-inline-file' }),
  })

export const inlineFileNodes = [createNode('picture'), createNode('file')]

function FileNode({ node, selected }: ReactNodeViewProps): ReactNode {
  const file = readInlineFile({ type: node.type.name, attrs: node.attrs, children: [] })
  return (
    <NodeViewWrapper as="span" {...(selected ? { 'data-selected': '' } : {})} data-drag-handle="">
      {file ? <InlineFilePart file={file} /> : null}
    </NodeViewWrapper>
  )
}
