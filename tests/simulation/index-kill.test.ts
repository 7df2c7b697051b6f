/**
 * kill -9 again and again while a workspace is indexed by the engine host's own thread. In the end: no chunk was made
 * twice, none is missing, each has one vector, and the index equals one that was made in one go.
 *
 * Another seed: OUTPOST_SEED=123 npx vitest run --project simulation
 */
import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createRandom } from '#shared/base/random.ts'
import type { IndexMeta } from '#shared/contract/index-care.ts'
import { fillWithDemo } from '../../src-main/demo/fill-with-demo.ts'
import { bundleHost, startHost, type HostProcess } from '../support/engine-host-process.ts'
import { createWorld, inlineIndex, testStart } from '../support/engine-world.ts'
import { lookAtIndex } from '../support/index-look.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const rounds = 12
const seed = Number(process.env['OUTPOST_SEED'] ?? 20_261_122)
const { modelFolder } = inlineIndex

/** What stands in the index, without the keys that say when it got there. */
function contentOf(folder: string): unknown[] {
  return lookAtIndex(folder, (db) =>
    db
      .prepare(
        `SELECT ref, type, stamp, title, position, part, headings, text, language, at, hex(c.hash) AS hash,
           (SELECT count(*) FROM vectors v WHERE v.chunk_key = c.chunk_key AND v.hash = c.hash) AS vectors,
           (SELECT hex(vector) FROM vectors v WHERE v.chunk_key = c.chunk_key) AS vector,
           (SELECT count(*) FROM chunk_words WHERE rowid = c.chunk_key) AS words
         FROM chunks c JOIN sources USING (source_key) ORDER BY ref, position`,
      )
      .all(),
  )
}

/** What is there at this moment; 0 where the file is not there, or is just being made. */
function countVectors(folder: string): number {
  try {
    const db = new Database(path.join(folder, 'index.db'), { readonly: true })
    try {
      return db.prepare('SELECT count(*) FROM vectors').pluck().get() as number
    } finally {
      db.close()
    }
  } catch {
    return 0
  }
}

function statusOf(host: HostProcess): Promise<IndexMeta | null> {
  return new Promise((resolve) => {
    host.call('query', 'index.status', {}, (response) => {
      resolve(response.ok ? (response.value as { meta: IndexMeta }).meta : null)
    })
  })
}

test(`no chunk is made twice and none is missing over ${rounds} kills in the middle of indexing (seed ${seed})`, async () => {
  console.log(`index-kill: OUTPOST_SEED=${seed}`)
  const random = createRandom(seed)
  const world = createWorld({ seed })
  await fillWithDemo(world.engine, testStart, () => undefined)
  await world.engine.settled()
  await world.engine.dispose()

  const inOneGo = temporaryFolder()
  fs.cpSync(world.folder, inOneGo, { recursive: true })
  const other = createWorld({ folder: inOneGo, index: inlineIndex })
  await other.engine.settled()
  await other.engine.dispose()
  const expected = contentOf(inOneGo)

  const hostFile = await bundleHost()
  const options = { modelFolder, indexAfterMs: 0 }
  let nextHost = startHost(hostFile)
  let killedInTheMiddle = 0
  for (let round = 1; round <= rounds; round++) {
    const host = nextHost
    nextHost = startHost(hostFile)
    expect(await host.open(world.folder, options)).toBe(true)
    // A little further each time, so that the whole way is seen.
    const target = Math.floor((expected.length * (round - random.int(0, 100) / 100)) / rounds)
    while (countVectors(world.folder) < target) await new Promise((resolve) => setImmediate(resolve))
    for (let turn = random.int(0, 30); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve))
    await host.kill()
    const count = countVectors(world.folder)
    if (count > 0 && count < expected.length) killedInTheMiddle++
  }

  expect(await nextHost.open(world.folder, options)).toBe(true)
  await expect
    .poll(
      async () => ((await statusOf(nextHost))?.state ?? '') + String((await statusOf(nextHost))?.chunks),
      {
        timeout: 120_000,
      },
    )
    .toBe(`idle${expected.length}`)
  await nextHost.kill()

  expect(contentOf(world.folder)).toEqual(expected)
  lookAtIndex(world.folder, (db) => {
    // Keys are given once and never again: as many were given as there are.
    for (const table of ['chunks', 'vectors'])
      expect(db.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table), table).toBe(
        expected.length,
      )
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })
  console.log(`index-kill: ${JSON.stringify({ chunks: expected.length, killedInTheMiddle })}`)
  // Otherwise it proved nothing.
  expect(expected.length).toBeGreaterThan(1_500)
  expect(killedInTheMiddle).toBeGreaterThan(rounds / 3)
})
