/** All articles into a folder of Markdown files, and a folder of Markdown files into articles. Loaded when somebody does it. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { BlobId } from '#shared/base/blob-id.ts'
import type { Log } from '#shared/base/log.ts'
import type { Result } from '#shared/base/result.ts'
import type { TransferOutcome, TransferReport, TransferSkip } from '#shared/contract/article-transfer.ts'
import { maxAttachments } from '#shared/contract/attachments.ts'
import type { AttachSource, BlobFile } from '#shared/contract/host.ts'
import type { CommandContext } from '../commands/context.ts'
import { errorCode, isDiskFull } from '../store/errors.ts'
import { listForExport, toMarkdownFile, type ExportedFile } from './export-article.ts'
import { findFiles } from './find-files.ts'
import { readFrontMatter } from './front-matter.ts'
import { attachReady, importArticle, planImport, type ImportPlan } from './import-article.ts'
import { createMarkdownReader, type MarkdownReader } from './markdown-reader.ts'
import { filesFolder, findInside, findMarkdown, hashFile, readText, writeWhole } from './transfer-files.ts'

export interface TransferDeps {
  /** One transaction. */
  readonly transact: <T>(work: (context: CommandContext) => T) => T
  readonly attach: (draftKey: string, sources: readonly AttachSource[]) => Promise<void>
  readonly findBlob: (id: BlobId) => BlobFile | null
  /** Of the thread that reads Markdown; null reads in this one. */
  readonly markdownEntry: URL | null
  readonly isStopped: () => boolean
  readonly log: Log
}

const maxReported = 200

export async function exportArticles(deps: TransferDeps, folder: string): Promise<TransferOutcome> {
  const report = createReport()
  try {
    await fs.mkdir(folder, { recursive: true })
    const ids = deps.transact((context) => listForExport(context))
    for (const id of ids) {
      if (deps.isStopped()) return { type: 'failed', reason: 'engine-unavailable' }
      const file = deps.transact((context) => toMarkdownFile(context, id))
      if (!file) continue
      try {
        await writeWhole(path.join(folder, file.name), file.text)
        await copyFiles(deps, folder, file, report)
        report.count('written')
      } catch (error) {
        if (isDiskFull(errorCode(error))) throw error
        report.skip(file.name, 'not-written')
      }
    }
    return { type: 'done', report: report.result() }
  } catch (error) {
    const code = errorCode(error)
    deps.log.warn('articles-export-failed', { code })
    return { type: 'failed', reason: isDiskFull(code) ? 'disk-full' : 'not-writable' }
  }
}

async function copyFiles(
  { findBlob }: TransferDeps,
  folder: string,
  { files }: ExportedFile,
  report: Report,
): Promise<void> {
  for (const { id, name } of files) {
    const blob = findBlob(id)
    if (!blob) {
      report.skip(name, 'file-missing')
      continue
    }
    await fs.mkdir(path.join(folder, filesFolder), { recursive: true })
    await fs.copyFile(blob.path, path.join(folder, name))
  }
}

export async function importArticles(deps: TransferDeps, folder: string): Promise<TransferOutcome> {
  const report = createReport()
  const reader = createMarkdownReader(deps.markdownEntry)
  try {
    const { files, hasMore } = await findMarkdown(folder)
    for (const file of files) {
      if (deps.isStopped()) return { type: 'failed', reason: 'engine-unavailable' }
      const text = await readText(file.path)
      const plan = text.ok ? await readPlan(deps, reader, folder, file.name, text.value) : text
      if (!plan.ok) {
        report.skip(file.name, plan.error)
        continue
      }
      const done = deps.transact((context) => importArticle(context, plan.value))
      if (!done.ok) {
        report.skip(file.name, done.error)
        continue
      }
      const hasFiles = await attachFiles(deps, folder, plan.value, report)
      report.count(done.value === 'unchanged' && hasFiles ? 'updated' : done.value)
      // Other work first: each file is one turn.
      await new Promise((resolve) => setImmediate(resolve))
    }
    if (hasMore) report.skip('…', 'too-many')
    return { type: 'done', report: report.result() }
  } catch (error) {
    const code = errorCode(error)
    deps.log.warn('articles-import-failed', { code })
    return { type: 'failed', reason: isDiskFull(code) ? 'disk-full' : 'unreadable' }
  } finally {
    reader.dispose()
  }
}

async function readPlan(
  { transact }: TransferDeps,
  reader: MarkdownReader,
  folder: string,
  name: string,
  source: string,
): Promise<Result<ImportPlan, TransferSkip>> {
  const { fields, text } = readFrontMatter(source)
  const read = await reader.read(text)
  if (!read.ok) return read
  const content = await findFiles(folder, name, read.value)
  return transact((context) => planImport(context, name, fields, text, content))
}

/** Those that the article does not have yet. True where there was one. */
async function attachFiles(
  { transact, attach }: TransferDeps,
  folder: string,
  { articleId, files }: ImportPlan,
  report: Report,
): Promise<boolean> {
  const sources: AttachSource[] = []
  for (const name of files) {
    const file = await findInside(folder, name)
    if (file === null) {
      report.skip(name, 'file-missing')
      continue
    }
    const hash = await hashFile(file)
    const isKnown = transact(({ db }) =>
      db.value('SELECT 1 FROM attachments WHERE subject = ? AND blob_id = ?', [articleId, hash]),
    )
    if (isKnown === undefined)
      sources.push({ name: path.basename(name).replace(/^[0-9a-f]{8}-/, ''), path: file })
  }
  let hasAny = false
  // No more hang on a draft at once.
  for (let from = 0; from < sources.length; from += maxAttachments) {
    await attach(`article/${articleId}`, sources.slice(from, from + maxAttachments))
    hasAny = transact((context) => attachReady(context, articleId)) || hasAny
  }
  return hasAny
}

interface Report {
  count(what: 'written' | 'created' | 'updated' | 'unchanged'): void
  skip(name: string, reason: TransferSkip): void
  result(): TransferReport
}

function createReport(): Report {
  const counts = { written: 0, created: 0, updated: 0, unchanged: 0 }
  const skipped: { name: string; reason: TransferSkip }[] = []
  let skippedCount = 0
  return {
    count: (what) => counts[what]++,
    skip(name, reason) {
      skippedCount++
      if (skipped.length < maxReported) skipped.push({ name, reason })
    },
    result: () => ({ ...counts, skipped, skippedCount }),
  }
}
