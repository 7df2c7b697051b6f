/**
 * The import rules are only worth something if they catch what they forbid: each test plants a violation in a small copy
 * of the layout and runs the real configuration over it.
 */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** A tree that keeps all rules; the planted files come on top. */
const CLEAN: Record<string, string> = {
  'src-shared/base/ids.ts': 'export const id = 1',
  'src-shared/model/ticket/ticket.ts': "export const states = ['new'] as const",
  'src-shared/model/ticket/edit-ticket.ts': "import * as Y from 'yjs'\nexport const make = () => new Y.Doc()",
  'src-shared/protocol/codec.ts': "import * as encoding from 'lib0/encoding'\nexport const e = encoding",
  'src-shared/contract/tickets.ts':
    "import * as z from 'zod'\nimport { states } from '../model/ticket/ticket.ts'\nexport const s = z.enum(states)",
  'src-main/engine/store/connection.ts':
    "import fs from 'node:fs'\nimport Database from 'better-sqlite3'\nexport const open = () => [fs, Database]",
  'src-main/engine/engine.ts':
    "import { open } from './store/connection.ts'\nimport { id } from '#shared/base/ids.ts'\nexport const createEngine = () => [open, id]",
  'src-main/engine/ask/model-file/runtime.ts':
    "import { getLlama } from 'node-llama-cpp'\nexport const load = () => getLlama()",
  'src-main/workers/engine-host.ts': "import { createEngine } from '../engine/engine.ts'\ncreateEngine()",
  'src-main/shell/main.ts': "import { app } from 'electron'\napp.quit()",
  'src-main/preload/preload.ts':
    "import { contextBridge } from 'electron'\nimport { s } from '#shared/contract/tickets.ts'\nexport const p = [contextBridge, s]",
  'src-renderer/bridge/client.ts':
    "import type { s } from '#shared/contract/tickets.ts'\nexport const client: { s?: typeof s } = {}",
  'src-renderer/state/store.ts': "import { client } from '../bridge/client.ts'\nexport const store = client",
  'src-renderer/ui/button.tsx':
    "import { createElement } from 'react'\nexport const Button = () => createElement('button')",
  'src-renderer/features/chat/chat.tsx':
    "import { store } from '../../state/store.ts'\nimport { Button } from '../../ui/button.tsx'\nexport const Chat = () => [store, Button]",
  'src-renderer/features/tickets/tickets.tsx': 'export const Tickets = () => null',
  'src-server/content/compact.ts': "import * as Y from 'yjs'\nexport const doc = () => new Y.Doc()",
  'src-server/feed/append.ts': "import { id } from '#shared/base/ids.ts'\nexport const append = () => id",
  'bench/run.ts': 'export const run = 1',
}

/** Rule -> the file to plant, and what it imports. */
const PLANTED: [rule: string, file: string, imports: string][] = [
  ['no-unresolved', 'src-main/engine/planted.ts', './not-there.ts'],
  ['no-tools-in-the-product', 'src-main/engine/planted.ts', '../../bench/run.ts'],
  ['no-tools-in-the-product', 'src-main/shell/planted.ts', 'vitest'],
  ['shared-stands-alone', 'src-shared/base/planted.ts', 'node:fs'],
  ['shared-flags', 'src-shared/flags/planted.ts', '#shared/base/ids.ts'],
  ['shared-stands-alone', 'src-shared/contract/planted.ts', 'electron'],
  ['shared-stands-alone', 'src-shared/model/planted.ts', '../../src-main/engine/engine.ts'],
  ['shared-base', 'src-shared/base/planted.ts', 'yjs'],
  ['shared-model', 'src-shared/model/planted.ts', 'zod'],
  ['shared-model', 'src-shared/model/planted.ts', '../contract/tickets.ts'],
  ['shared-protocol', 'src-shared/protocol/planted.ts', 'yjs'],
  ['shared-protocol', 'src-shared/protocol/planted.ts', '../model/ticket/ticket.ts'],
  ['shared-contract', 'src-shared/contract/planted.ts', 'yjs'],
  ['shared-contract-takes-no-yjs-along', 'src-shared/contract/planted.ts', '../model/ticket/edit-ticket.ts'],
  ['engine-is-host-agnostic', 'src-main/engine/planted.ts', 'electron'],
  ['engine-is-host-agnostic', 'src-main/engine/planted.ts', '../shell/main.ts'],
  ['engine-is-host-agnostic', 'src-main/engine/planted.ts', 'react'],
  ['parsers-of-files', 'src-main/engine/library/parsers/planted.ts', 'react'],
  ['only-parsers-load-what-parses-files', 'src-main/engine/planted.ts', 'mammoth'],
  [
    'models-by-transformers',
    'src-main/engine/search/embedding/transformer-runtime.ts',
    '../../store/connection.ts',
  ],
  ['only-the-runtime-loads-transformers', 'src-main/engine/planted.ts', 'onnxruntime-node'],
  ['only-the-runtime-loads-llama', 'src-main/engine/planted.ts', 'node-llama-cpp'],
  ['only-the-process-runs-models', 'src-main/engine/ask/planted.ts', './model-file/runtime.ts'],
  ['only-shell-and-preload-import-electron', 'src-main/workers/planted.ts', 'electron'],
  ['only-workers-run-the-engine', 'src-main/shell/planted.ts', '../engine/engine.ts'],
  ['workers-are-entry-points', 'src-main/shell/planted.ts', '../workers/engine-host.ts'],
  ['preload-exposes-the-contract', 'src-main/preload/planted.ts', '#shared/model/ticket/ticket.ts'],
  ['main-imports-no-window-and-no-server', 'src-main/shell/planted.ts', '../../src-renderer/ui/button.tsx'],
  ['window-stands-on-shared', 'src-renderer/state/planted.ts', '../../src-main/engine/engine.ts'],
  ['window-stands-on-shared', 'src-renderer/state/planted.ts', 'electron'],
  ['window-has-no-node', 'src-renderer/state/planted.ts', 'node:path'],
  ['window-holds-no-document', 'src-renderer/features/tickets/planted.ts', 'yjs'],
  ['features-never-import-each-other', 'src-renderer/features/tickets/planted.ts', '../chat/chat.tsx'],
  ['features-use-state-not-the-bridge', 'src-renderer/features/tickets/planted.ts', '../../bridge/client.ts'],
  ['ui-is-a-library', 'src-renderer/ui/planted.ts', '../state/store.ts'],
  ['ui-is-a-library', 'src-renderer/ui/planted.ts', '../bridge/client.ts'],
  ['passages-belong-to-all-features', 'src-renderer/passages/planted.ts', '../features/chat/chat.tsx'],
  ['state-draws-nothing', 'src-renderer/state/planted.ts', '../ui/button.tsx'],
  ['bridge-is-the-lowest-layer-of-the-window', 'src-renderer/bridge/planted.ts', '../state/store.ts'],
  ['server-stands-alone', 'src-server/feed/planted.ts', '../../src-main/engine/engine.ts'],
  ['feed-never-decodes', 'src-server/feed/planted.ts', 'yjs'],
  ['feed-never-decodes', 'src-server/feed/planted.ts', '../content/compact.ts'],
]

const home = process.cwd()
let folder = ''

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'outpost-imports-')))
  fs.symlinkSync(path.join(home, 'node_modules'), path.join(folder, 'node_modules'))
  fs.copyFileSync(path.join(home, 'package.json'), path.join(folder, 'package.json'))
  for (const [file, content] of Object.entries(CLEAN)) write(file, content)
})
afterAll(() => {
  process.chdir(home)
  fs.rmSync(folder, { recursive: true })
})

describe('import rules', () => {
  test('a tree that keeps them is clean', async () => {
    expect(await violations()).toEqual([])
  })

  test.each(PLANTED)('%s: %s may not import %s', async (rule, file, imports) => {
    write(file, `import * as planted from '${imports}'\nexport const value = planted`)
    try {
      expect(await violations()).toContainEqual({ rule, from: file })
    } finally {
      fs.rmSync(path.join(folder, file))
    }
  })

  test('an import of a type counts: the engine may not know even a type of Electron', async () => {
    await planting(
      { 'src-main/engine/planted.ts': "import type { App } from 'electron'\nexport type A = App" },
      (found) =>
        expect(found).toContainEqual({ rule: 'engine-is-host-agnostic', from: 'src-main/engine/planted.ts' }),
    )
  })

  test('the contract may take types from anywhere in the model', async () => {
    const content = "import type { make } from '../model/ticket/edit-ticket.ts'\nexport type M = typeof make"
    await planting({ 'src-shared/contract/planted.ts': content }, (found) => expect(found).toEqual([]))
  })

  test('the words that the contract takes may not bring Yjs with them', async () => {
    const content =
      "import * as Y from 'yjs'\nexport const states = ['new'] as const\nexport const doc = () => new Y.Doc()"
    await planting({ 'src-shared/model/ticket/ticket.ts': content }, (found) =>
      expect(found).toEqual([
        { rule: 'shared-vocabulary-loads-no-yjs', from: 'src-shared/model/ticket/ticket.ts' },
      ]),
    )
  })

  test('modules that import each other are caught, also over a third', async () => {
    const link = (to: string) =>
      `import { value as next } from './${to}.ts'\nexport const value = (): unknown => next`
    const circle = { a: 'b', b: 'c', c: 'a' }
    const files = Object.entries(circle).map(([from, to]) => [`src-main/engine/${from}.ts`, link(to)])
    await planting(Object.fromEntries(files) as Record<string, string>, (found) =>
      expect(found).toContainEqual({ rule: 'no-circular', from: 'src-main/engine/a.ts' }),
    )
  })

  test('every rule of the configuration has a planted violation here', async () => {
    const rules = (await configuration()).forbidden?.map(({ name }) => name) ?? []
    const planted = new Set(PLANTED.map(([rule]) => rule))
    const elsewhere = ['no-circular', 'shared-vocabulary-loads-no-yjs']
    expect(rules.filter((rule) => rule !== undefined && !planted.has(rule)).sort()).toEqual(elsewhere)
  })
})

function write(file: string, content: string): void {
  const to = path.join(folder, file)
  fs.mkdirSync(path.dirname(to), { recursive: true })
  fs.writeFileSync(to, content)
}

/** Writes files, looks at the violations, and puts the clean tree back. */
async function planting(
  files: Record<string, string>,
  look: (found: Awaited<ReturnType<typeof violations>>) => void,
): Promise<void> {
  for (const [file, content] of Object.entries(files)) write(file, content)
  try {
    look(await violations())
  } finally {
    for (const file of Object.keys(files)) {
      if (CLEAN[file] === undefined) fs.rmSync(path.join(folder, file))
      else write(file, CLEAN[file])
    }
  }
}

const configuration = () => extractConfig(path.join(home, '.dependency-cruiser.cjs'))

async function violations(): Promise<{ rule: string; from: string }[]> {
  const { options, ...ruleSet } = await configuration()
  const roots = [...new Set(Object.keys(CLEAN).map((file) => file.split('/', 1).join('')))]
  process.chdir(folder)
  try {
    const { output } = await cruise(roots, { ...options, baseDir: folder, ruleSet, validate: true })
    return (output as ICruiseResult).summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }))
  } finally {
    process.chdir(home)
  }
}
