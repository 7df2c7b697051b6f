/**
 * The code caches of a build (src-main/process/code-cache.ts): the program is started once on sample work, and leaves behind
 * what V8 compiled for it. Only good for the Electron that made it, so it is made for a package, and for measuring.
 */
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SetupError, timed } from './log.mjs'
import { capture } from './processes.mjs'
import { projectRoot } from './project.mjs'

const folder = path.join(projectRoot, 'out', 'main', 'code-cache')
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/**
 * @param {string} executable Electron's
 * @param {Record<string, string | undefined>} env what the program is started with: a native module, a screen
 */
export async function makeCodeCache(executable, env) {
  await timed('making the code cache', async () => {
    fs.rmSync(folder, { recursive: true, force: true })
    const data = fs.mkdtempSync(path.join(tmpdir(), 'outpost-code-cache-'))
    try {
      const args = [projectRoot, '--smoke', '--hidden', `--data-dir=${data}`, ...asRoot]
      // The first fills the workspace, which is not what a start does.
      await start(executable, [...args, '--demo'], env)
      await start(executable, args, { ...env, OUTPOST_WRITE_CODE_CACHE: '1' })
    } finally {
      fs.rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    }
    const made = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
    for (const entry of ['shell', 'engine-host'])
      if (!made.some((name) => path.basename(name) === `${entry}.bin`))
        throw new SetupError(`the program left no code cache of ${entry}.`)
  })
}

/**
 * @param {string} executable
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 */
async function start(executable, args, env) {
  const result = await capture(executable, args, { cwd: projectRoot, env })
  if (result.code !== 0)
    throw new SetupError('the program does not start.', `${result.stdout}\n${result.stderr}`.trim())
}
