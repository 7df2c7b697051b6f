/** Windows beside the main one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bridge } from '../../src-shared/contract/bridge.ts'
import type { WindowView } from '../../src-shared/contract/window-view.ts'
import { launchOutpost, type OutpostApp } from '../support/electron-app.ts'
import { createWindowDriver, type WindowDriver } from '../support/window-driver.ts'

let dataDir: string
let outpost: OutpostApp
let window: WindowDriver

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'outpost-windows-'))
  outpost = await launchOutpost({ dataDir, env: { LANGUAGE: 'en' } })
  window = createWindowDriver(outpost.page, 'en')
  await window.createWorkspace({ person: 'Mara', workspace: 'Nord' })
})
afterAll(async () => {
  await outpost.close()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

async function openView(view: WindowView): Promise<Page> {
  const opened = outpost.app.waitForEvent('window')
  await window.page.evaluate((value) => {
    ;(globalThis as unknown as { readonly bridge: Bridge }).bridge.openView(value)
  }, view)
  return opened
}

test('the quick entry has a window of its own', async () => {
  const capture = await openView({ type: 'capture' })
  await capture.getByRole('heading', { name: 'Outpost' }).waitFor()
  expect(outpost.app.windows()).toHaveLength(2)
})
