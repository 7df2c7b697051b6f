/**
 * Entry point of the check that `--smoke` makes of a build: do the parts work that are no code of ours? Each is loaded
 * and used as the program does it, in a thread of a process of its own, and answers `ok` or what went wrong.
 */
import { createRequire } from 'node:module'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { recognise } from '../engine/library/parsers/ocr.ts'
import { createStaticModel } from '../engine/search/embedding/static-model.ts'
import { openConnection } from '../engine/store/connection.ts'

/** A model for onnxruntime that gives back its one number. */
const echoModel = Buffer.from(
  'CAg6OgoQCgF4EgF5IghJZGVudGl0eRIEZWNob1oPCgF4EgoKCAgBEgQKAggBYg8KAXkSCgoICAESBAoCCAFCAhAN',
  'base64',
)
/** A white square. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAAAAABWESUoAAAAFklEQVR42mP4TwAwjCoYVTCqYKQqAAA/aPwuqUTQyAAAAABJRU5ErkJggg==',
  'base64',
)

interface Runtime {
  readonly InferenceSession: {
    create(model: Buffer): Promise<{ run(inputs: object): Promise<{ y: { data: Float32Array } }> }>
  }
  readonly Tensor: new (type: 'float32', data: Float32Array, shape: number[]) => object
}

interface Given {
  /** The built-in model's. */
  readonly modelFolder: string
  /** A native binding for SQLite; null for better-sqlite3's own. */
  readonly binding: string | null
}

const checks: Readonly<Record<string, (given: Given) => void | Promise<void>>> = {
  sqlite({ binding }) {
    const db = openConnection({ file: ':memory:', binding, readonly: false })
    db.exec("CREATE VIRTUAL TABLE words USING fts5(word); INSERT INTO words VALUES ('ready')")
    expect(db.prepare("SELECT count(*) FROM words WHERE words MATCH 'ready'").pluck().get() === 1)
    db.close()
  },
  model({ modelFolder }) {
    expect(
      createStaticModel(modelFolder)
        .embed('Grüße')
        .some((value) => value !== 0),
    )
  },
  async onnxruntime() {
    const { InferenceSession, Tensor } = createRequire(import.meta.url)('onnxruntime-node') as Runtime
    const session = await InferenceSession.create(echoModel)
    const { y } = await session.run({ x: new Tensor('float32', Float32Array.of(7), [1]) })
    expect(y.data[0] === 7)
  },
  async llama() {
    const { loadLlama } = await import('../engine/ask/model-file/runtime.ts')
    await (await loadLlama(1)).dispose()
  },
  async ocr() {
    expect((await recognise(picture)).paragraphs.length === 0)
  },
}

function expect(isRight: boolean): void {
  if (!isRight) throw new Error('it gave a wrong answer')
}

async function checkAll(given: Given): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check(given)
      answers[name] = 'ok'
    } catch (error) {
      // Some libraries throw plain text.
      answers[name] = String(error instanceof Error ? error.message : error).slice(0, 300)
    }
  }
  return answers
}

if (isMainThread) {
  const [modelFolder = '', binding = ''] = process.argv.slice(2)
  const given: Given = { modelFolder, binding: binding === '' ? null : binding }
  const worker = new Worker(new URL(import.meta.url), { workerData: given })
  worker.on('message', (answers) => process.parentPort.postMessage(answers))
  worker.on('error', (error) => process.parentPort.postMessage({ thread: error.message }))
} else {
  void checkAll(workerData as Given).then((answers) => parentPort?.postMessage(answers))
}
