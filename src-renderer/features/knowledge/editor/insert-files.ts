/** Files that are dropped, pasted or chosen become part of the text, and belong to the article as its other files do. */
import type { Editor } from '@tiptap/core'
import type { Slice } from '@tiptap/pm/model'
import { isBlobId, type BlobId } from '#shared/base/blob-id.ts'
import { cleanFileName } from '#shared/base/file-name.ts'
import type { ArticleId } from '#shared/base/ids.ts'
import { runCommand } from '../../../state/commands.ts'
import { addDraftFiles } from '../../../state/files.ts'
import { i18n } from '../../../state/i18n.ts'
import { showToast } from '../../../state/toasts.ts'
import { mayBePicture, shownBytes } from '../../../ui/index.ts'

/** As many as can hang on the article's draft at once. */
const most = 20

/** Puts them where the caret is. The bytes are copied beside the document; what is too large for a text stays beside it. */
export async function insertFiles(
  editor: Editor,
  articleId: ArticleId,
  files: readonly File[],
): Promise<void> {
  const taken = files.slice(0, most)
  addDraftFiles(`article/${articleId}`, taken)
  const small = taken.filter(({ size }) => size > 0 && size <= shownBytes)
  if (small.length < files.length)
    showToast({ id: 'files-beside', tone: 'neutral', text: i18n.t('knowledge:files.beside') })
  const nodes = (await Promise.all(small.map(toNode))).flatMap((node) => (node ? [node] : []))
  if (nodes.length === 0 || editor.isDestroyed) return
  const { $to } = editor.state.selection
  // Code holds letters only.
  const at = $to.parent.type.spec.code ? $to.after() : editor.state.selection
  const content = typeof at === 'number' ? [{ type: 'paragraph', content: nodes }] : nodes
  editor
    .chain()
    .focus()
    .insertContentAt(typeof at === 'number' ? at : { from: at.from, to: at.to }, content)
    .run()
}

async function toNode(file: File): Promise<{ type: string; attrs: object } | null> {
  const blob = await hashOf(file)
  if (blob === null) return null
  const attrs = { blob, name: cleanFileName(file.name), size: file.size }
  return mayBePicture(file) ? { type: 'picture', attrs: { ...attrs, alt: '' } } : { type: 'file', attrs }
}

/** What the store will call it. Null where the file cannot be read, which the list of files says. */
async function hashOf(file: File): Promise<BlobId | null> {
  try {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    const id = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    return isBlobId(id) ? id : null
  } catch {
    return null
  }
}

/** Files out of clipboard or drop; none where words came along, which are meant then. */
export function filesOf(data: DataTransfer | null): File[] {
  if (!data || data.types.includes('text/plain')) return []
  return [...data.files]
}

/** What was copied out of another article belongs to this one from now on, if it is on this device. */
export function adoptFiles(slice: Slice, articleId: ArticleId, known: ReadonlySet<string>): void {
  const found = new Map<BlobId, string>()
  slice.content.descendants((node) => {
    const { blob, name } = node.attrs
    if (isBlobId(blob) && !known.has(blob)) found.set(blob, cleanFileName(String(name)))
  })
  for (const [id, name] of [...found].slice(0, most))
    void runCommand('article.attach', { articleId, attachments: [{ id, name }] }, { isSilent: true })
}
