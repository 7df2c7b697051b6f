/**
 * npm run package [-- options]: makes what people install, for this system, in dist/, with all set-up that is missing.
 *
 *   --only KIND,KIND   only these (on Linux: dir, tar.gz, deb, rpm, AppImage)
 *   --out FOLDER       somewhere else than dist/
 *   --report           print the size of every part, as docs/release.md has it
 *   --quick            little compression, for trying
 *   --release          refuse what may not be handed out
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { makeCodeCache } from './lib/code-cache.mjs'
import { say, SetupError } from './lib/log.mjs'
import { underRightNode } from './lib/node.mjs'
import { findForeign, listContents } from './lib/package/contents.mjs'
import { makePackages } from './lib/package/make.mjs'
import { sizeReport } from './lib/package/report.mjs'
import { parseSettings } from './lib/package/settings.mjs'
import { prepareRuntime } from './lib/runtime.mjs'
import { ensureSqliteBinding } from './lib/sqlite.mjs'

await underRightNode(import.meta.url, async (args) => {
  const settings = parseSettings(args)
  const runtime = await prepareRuntime()
  const { electron } = runtime
  if (electron.source !== 'package') {
    const what = `these packages hold Electron ${electron.version}, not the one that package.json asks for`
    if (settings.release)
      throw new SetupError(`${what}.`, 'A release needs a way to the download of Electron.')
    say(`${what}: they are for trying, not for handing out`)
  }
  const binding = await ensureSqliteBinding(electron)
  try {
    await makeCodeCache(electron.executable, runtime.env)
  } finally {
    runtime.dispose()
  }
  const made = await makePackages(electron, binding, settings)
  // On macOS the parts lie elsewhere in the bundle; its contents are looked at on the checklist.
  const contents = process.platform === 'darwin' ? [] : listContents(made.unpacked)
  const foreign = findForeign(contents, { platform: process.platform, arch: process.arch })
  if (foreign.length > 0)
    throw new SetupError('the package has what should not be in it:', foreign.join('\n'))
  writeSums(made.files, settings.out)
  if (settings.report) process.stdout.write(`${sizeReport(contents, made.files, electron)}\n`)
  for (const file of made.files) say(`made ${path.relative(process.cwd(), file)}`)
  return 0
})

/**
 * As `sha256sum --check` reads it.
 * @param {readonly string[]} files
 * @param {string} out
 */
function writeSums(files, out) {
  if (files.length === 0) return
  const lines = files.map((file) => {
    const sum = createHash('sha256').update(fs.readFileSync(file)).digest('hex')
    return `${sum}  ${path.basename(file)}\n`
  })
  fs.writeFileSync(path.join(out, 'SHA256SUMS'), lines.join(''))
}
