/** Building the program into out/, when its sources are not the ones that out/ was built from. */
import fs from 'node:fs'
import path from 'node:path'
import { SetupError, timed } from './log.mjs'
import { capture } from './processes.mjs'
import { projectRoot, toolPath } from './project.mjs'
import { hashFiles, readStamp, writeStamp } from './stamp.mjs'

const SOURCES = [
  'src-shared',
  'src-main',
  'src-renderer',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]
const STAMP = path.join(projectRoot, 'out', '.outpost.json')

export async function ensureBuilt() {
  const sources = hashFiles(projectRoot, SOURCES)
  if (readStamp(STAMP)?.['sources'] === sources) return
  await timed('building the program', async () => {
    fs.rmSync(path.join(projectRoot, 'out'), { recursive: true, force: true })
    const args = [toolPath('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']
    const result = await capture(process.execPath, args, { cwd: projectRoot })
    if (result.code !== 0)
      throw new SetupError('the program could not be built.', `${result.stdout}\n${result.stderr}`.trim())
    // What was changed while it was built is built the next time.
    writeStamp(STAMP, { sources })
  })
}

/** What is in out/ will not be what the sources say: the next start has to build. */
export function forgetBuild() {
  fs.rmSync(STAMP, { force: true })
}
