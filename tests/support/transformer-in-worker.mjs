/**
 * Opens a model with the built program's own code, in a worker thread, and prints what it answers. Plain JavaScript: it
 * runs in Electron's Node, which reads no types. Arguments: the built module, and JSON of modelId, options and texts.
 */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { pathToFileURL } from 'node:url'

if (isMainThread) {
  const [module, input] = process.argv.slice(2)
  const worker = new Worker(new URL(import.meta.url), { workerData: { module, ...JSON.parse(input) } })
  worker.once('message', (answer) => {
    process.stdout.write(JSON.stringify({ ...answer, versions: process.versions }))
    void worker.terminate()
  })
  worker.once('error', (error) => {
    throw error
  })
} else {
  const { module, modelId, options, texts } = workerData
  const { openTransformer } = await import(pathToFileURL(module).href)
  const opened = await openTransformer(modelId, options)
  if (opened.ok) {
    const vectors = await opened.value.embed(texts, 'passage')
    await opened.value.dispose()
    parentPort.postMessage({ ok: true, vectors: vectors.map((vector) => [...vector]) })
  } else {
    parentPort.postMessage(opened)
  }
}
