/** What a file is: by its content, and by its name where the content is text or an archive of many meanings. */
import { fileTypeFromBuffer } from 'file-type'

export type FileFormat =
  'text' | 'markdown' | 'html' | 'csv' | 'eml' | 'pdf' | 'docx' | 'xlsx' | 'picture' | 'encrypted' | 'unknown'

/** As much as the format that hides its mark deepest needs. */
export const headBytes = 4_100

const textFormats: Readonly<Record<string, FileFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
  eml: 'eml',
}
/** Text of programs, for no reader. */
const unreadText: ReadonlySet<string> = new Set([
  'rtf',
  'svg',
  'ps',
  'eps',
  'map',
  'ics',
  'vcf',
  'p7s',
  'pem',
])

const byMime: Readonly<Record<string, FileFormat>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'image/png': 'picture',
  'image/jpeg': 'picture',
  'image/bmp': 'picture',
  'image/webp': 'picture',
}

/** `text` and its kin are a guess until the bytes prove to be text. */
export async function findFormat(name: string, head: Uint8Array): Promise<FileFormat> {
  const extension = /\.([^.]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const mime = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime
  const known = mime === undefined ? undefined : byMime[mime]
  if (known) return known
  // The mark of a PDF may stand behind a few bytes of something else.
  if (Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1_024)).includes('%PDF-')) return 'pdf'
  const isOffice = extension === 'docx' || extension === 'xlsx'
  if (mime === 'application/zip' && isOffice) return extension
  // An office document with a password is wrapped in the container of the old formats.
  if (mime === 'application/x-cfb') return isOffice ? 'encrypted' : 'unknown'
  // file-type knows some texts by their first words.
  if (mime !== undefined && !/^text\/|xml$|json$/.test(mime))
    return textFormats[extension] === undefined ? 'unknown' : 'text'
  if (unreadText.has(extension)) return 'unknown'
  return Object.hasOwn(textFormats, extension) ? (textFormats[extension] ?? 'text') : 'text'
}
