/**
 * Reads text off pictures, German and English. All it needs lies in packages of this program: nothing is fetched. It runs in
 * a thread of its own below this one, kept for the next picture, and ends with this one.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Worker } from 'tesseract.js'
import { SkipError } from '../parsed-file.ts'

export interface RecognisedText {
  /** Paragraphs, each with its lines. */
  readonly paragraphs: readonly string[]
}

/** What it makes of a picture without text is signs that it does not believe in itself. Of 100. */
const minConfidence = 50
const languages = ['deu', 'eng'] as const

let opened: Promise<Worker> | null = null

/** @param picture PNG, JPEG, BMP or WebP */
export async function recognise(picture: Buffer): Promise<RecognisedText> {
  opened ??= open()
  let worker: Worker
  try {
    worker = await opened
  } catch (error) {
    opened = null
    throw error
  }
  const { data } = await worker
    .recognize(picture, {}, { text: false, blocks: true })
    .catch((error: unknown) => {
      // Its thread may be gone, with whatever the picture did to it.
      opened = null
      worker.terminate().catch(() => undefined)
      // What goes wrong in there comes as text.
      throw error instanceof Error ? error : new SkipError('broken')
    })
  const paragraphs = (data.blocks ?? []).flatMap((block) => block.paragraphs)
  return {
    paragraphs: paragraphs
      .map(({ lines }) =>
        lines
          .filter(({ confidence }) => confidence >= minConfidence)
          .map(({ text }) => text.trim())
          .join('\n'),
      )
      .filter((text) => /\p{L}{2}/u.test(text)),
  }
}

async function open(): Promise<Worker> {
  const require = createRequire(import.meta.url)
  const folderOf = (name: string): string => path.dirname(require.resolve(`${name}/package.json`))
  const tesseract = await import('tesseract.js')
  const { createWorker, OEM } = 'default' in tesseract ? tesseract.default : tesseract
  // It wants all languages in one folder; each of them comes in a package of its own.
  const langPath = mkdtempSync(path.join(tmpdir(), 'outpost-ocr-'))
  try {
    for (const code of languages) {
      const file = `${code}.traineddata.gz`
      const packed = readFileSync(path.join(folderOf(`@tesseract.js-data/${code}`), '4.0.0_best_int', file))
      writeFileSync(path.join(langPath, file), packed)
    }
    return await createWorker([...languages], OEM.LSTM_ONLY, {
      workerPath: path.join(folderOf('tesseract.js'), 'src', 'worker-script', 'node', 'index.js'),
      corePath: folderOf('tesseract.js-core'),
      langPath,
      cacheMethod: 'none',
      gzip: true,
      // Without it an error would end the thread as uncaught.
      errorHandler: () => undefined,
    })
  } finally {
    rmSync(langPath, { recursive: true, force: true })
  }
}
