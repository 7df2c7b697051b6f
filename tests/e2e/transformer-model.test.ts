/** A transformer model in the assembled program: its native runtime loads in a worker thread of the real Electron. */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createStaticModel } from '../../src-main/engine/search/embedding/static-model.ts'
import { cosine } from '../contract/embedder.ts'
import { builtInFolder, installModel, staticAsTransformer } from '../support/static-as-transformer.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

test('a model runs in a worker thread of Electron, and gives the vectors that it gives here', async () => {
  const chunks = path.join(root, 'out/main/chunks')
  const module = fs.readdirSync(chunks).find((name) => /^open-model-.*\.cjs$/.test(name))
  expect(module).toBeDefined()
  const userModelFolder = temporaryFolder()
  const model = staticAsTransformer()
  installModel(userModelFolder, model)
  const texts = ['Drucker zieht kein Papier ein', 'The pump is stuck', '']
  const { stdout } = await run(
    // The package's own answer, or where the set-up found one.
    process.env['ELECTRON_EXEC_PATH'] ?? (createRequire(import.meta.url)('electron') as string),
    [
      path.join(root, 'tests/support/transformer-in-worker.mjs'),
      path.join(chunks, module ?? ''),
      JSON.stringify({ modelId: model.id, options: { userModelFolder, catalogue: [model] }, texts }),
    ],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 10_000_000 },
  )
  const answer = JSON.parse(stdout) as {
    ok: boolean
    vectors: number[][]
    versions: Record<string, string>
  }
  expect(answer.versions['electron']).toBeDefined()
  expect(answer.ok).toBe(true)
  const plain = createStaticModel(builtInFolder)
  for (const [index, text] of texts.slice(0, 2).entries())
    expect(cosine(plain.embed(text), Float32Array.from(answer.vectors[index] ?? []))).toBeGreaterThan(0.99999)
  expect(answer.vectors[2]?.every((value) => value === 0)).toBe(true)
})
