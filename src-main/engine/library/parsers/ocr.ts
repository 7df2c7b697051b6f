/**
 * Reads text off pictures, German and English. All it needs lies in packages of this program: nothing is fetched. It runs in
 * a thread of its own below this one, kept for the next picture, and ends with this one.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

/** Lets the thread below go. */
export async function closeOcr(): Promise<void> {
  const worker = await opened?.catch(() => null)
  opened = null
  await worker?.terminate()
}

async function open(): Promise<Worker> {
  const require = createRequire(import.meta.url)
  const folderOf = (name: string): string => path.dirname(require.resolve(`${name}/package.json`))
  const tesseract = await import('tesseract.js')
  const { createWorker, OEM } = 'default' in tesseract ? tesseract.default : tesseract
  const langs = languages.map((code) => ({
    code,
    data: readFileSync(
      path.join(folderOf(`@tesseract.js-data/${code}`), '4.0.0_best_int', `${code}.traineddata.gz`),
    ),
  }))
  return createWorker(langs, OEM.LSTM_ONLY, {
    workerPath: path.join(folderOf('tesseract.js'), 'src', 'worker-script', 'node', 'index.js'),
    corePath: folderOf('tesseract.js-core'),
    langPath: folderOf('@tesseract.js-data/deu'),
    cacheMethod: 'none',
    gzip: true,
    // Without it an error would end the thread as uncaught.
    errorHandler: () => undefined,
  })
}
