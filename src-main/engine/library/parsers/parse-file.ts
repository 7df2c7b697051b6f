/**
 * Reads one file. Whatever is in it: ends with its blocks or with the reason why it is skipped. Only what takes too much
 * time or memory is beyond it; that is why it runs in a thread that can be thrown away.
 */
import fs from 'node:fs/promises'
import type { SkipReason } from '#shared/contract/library.ts'
import { errorCode } from '../../store/errors.ts'
import { SkipError, type ParsedBlock, type ParseJob, type ParseOutcome } from '../parsed-file.ts'
import { isGone } from '../scan-folder.ts'
import { createBlockSink, oneLine } from './block-sink.ts'
import { findFormat, headBytes, type FileFormat } from './formats.ts'
import type { Parsed, Parsing } from './parsing.ts'
import { decodePieces, findEncoding } from './text-encoding.ts'

const maxTitleLength = 300

/** @param emit takes the blocks in order, also of a file that is skipped in the end */
export async function parseFile(
  job: ParseJob,
  emit: (blocks: readonly ParsedBlock[]) => void,
): Promise<ParseOutcome> {
  const sink = createBlockSink(job.limits, emit)
  const stopAt = performance.now() + (job.limits.deadlineMs * 2) / 3
  try {
    const { title, pages } = await parse({ job, sink, stopAt })
    sink.flush()
    if (sink.count === 0) return { type: 'skipped', reason: sink.partly ?? 'no-text' }
    const called = oneLine(title).slice(0, maxTitleLength).toWellFormed()
    return { type: 'read', title: called === '' ? sink.heading : called, pages, partly: sink.partly }
  } catch (error) {
    return { type: 'skipped', reason: reasonOf(error) }
  }
}

async function parse(parsing: Parsing): Promise<Parsed> {
  const { job, sink } = parsing
  const handle = await fs.open(job.path, 'r')
  try {
    const { size } = await handle.stat()
    if (size === 0) throw new SkipError('no-text')
    const head = await readBytes(handle, headBytes)
    const format = await findFormat(job.name, head)
    const read = async (maxBytes: number): Promise<Buffer> => {
      if (size > maxBytes) throw new SkipError('too-large')
      return readBytes(handle, maxBytes)
    }
    const { documentBytes, pictureBytes, textBytes } = job.limits
    switch (format) {
      case 'pdf':
        return await (await import('./pdf.ts')).parsePdf(await read(documentBytes), parsing)
      case 'docx':
        return await (await import('./docx.ts')).parseDocx(await read(documentBytes), parsing)
      case 'xlsx':
        return await (await import('./xlsx.ts')).parseXlsx(await read(documentBytes), parsing)
      case 'eml':
        return await (await import('./eml.ts')).parseEml(await read(documentBytes), parsing)
      case 'picture':
        return await (await import('./picture.ts')).parsePicture(await read(pictureBytes), parsing)
      case 'encrypted':
        throw new SkipError('encrypted')
      case 'unknown':
        throw new SkipError('unknown-format')
      default:
        if (size > textBytes) sink.leaveOut('too-large')
        return await parseText(await readBytes(handle, textBytes), format, parsing)
    }
  } finally {
    await handle.close()
  }
}

async function parseText(bytes: Buffer, format: FileFormat, { job, sink }: Parsing): Promise<Parsed> {
  const encoding = findEncoding(bytes)
  if (!encoding) throw new SkipError('unknown-format')
  const pieces = decodePieces(bytes, encoding)
  const isSmall = bytes.length <= job.limits.markupBytes
  if (format === 'markdown' && isSmall) {
    const { parseMarkdown } = await import('./markdown.ts')
    return { title: parseMarkdown([...pieces].join(''), sink), pages: null }
  }
  if (format === 'html') {
    const { parseHtml } = await import('./html.ts')
    return { title: parseHtml(pieces, sink), pages: null }
  }
  if (format === 'csv') {
    const { parseCsv } = await import('./csv.ts')
    parseCsv(pieces, sink)
    return { title: '', pages: null }
  }
  const { parsePlainText } = await import('./plain-text.ts')
  parsePlainText(pieces, sink)
  return { title: '', pages: null }
}

async function readBytes(handle: fs.FileHandle, maxBytes: number): Promise<Buffer> {
  const { size } = await handle.stat()
  const bytes = Buffer.alloc(Math.min(size, maxBytes))
  let at = 0
  while (at < bytes.length) {
    const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}

function reasonOf(error: unknown): SkipReason {
  if (error instanceof SkipError) return error.reason
  const code = errorCode(error)
  if (isGone(code)) return 'missing'
  if (code === 'EACCES' || code === 'EPERM') return 'no-access'
  // What a parser says of a file that it cannot make sense of is as manifold as the files.
  return error instanceof RangeError && /memory|allocation|string length/i.test(error.message)
    ? 'out-of-memory'
    : 'broken'
}
