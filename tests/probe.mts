import { launchOutpost } from './support/electron-app.ts'
import { mkdtempSync } from 'node:fs'
const dataDir = mkdtempSync('/tmp/probe-')
for (let i = 0; i < 25; i++) {
  const t = performance.now()
  try {
    const app = await launchOutpost({ dataDir })
    const ms = Math.round(performance.now() - t)
    await app.page.getByRole('textbox').first().waitFor()
    if (i % 2) { const e = await app.engineHostPid(); if (e) process.kill(e, 'SIGKILL'); await app.kill() } else await app.close()
    console.log(i, ms)
  } catch (error) { console.log(i, 'FAILED', Math.round(performance.now() - t), String(error).slice(0, 100)) }
}
process.exit(0)
