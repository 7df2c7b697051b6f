// The floor to compare with: a window with a line of text and nothing else, in the same Electron.
// With --stay it stays until it is ended.
import { app, BrowserWindow } from 'electron'

if (!process.argv.includes('--no-sandbox')) app.enableSandbox()
// Not awaited at the top: Electron is not ready before this module has run to its end.
void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 820, show: false })
  window.once('ready-to-show', () => window.show())
  await window.loadURL('data:text/html,<!doctype html><title>Bare</title><p>Hello</p>')
  await window.webContents.executeJavaScript(
    'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))',
  )
  console.log(JSON.stringify({ ok: true, firstScreenAt: Date.now() }))
  if (!process.argv.includes('--stay')) app.exit(0)
})
