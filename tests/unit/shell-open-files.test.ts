/** Documents that the system hands over: which arguments are any, and that nothing happens before the person agreed. */
import { EventEmitter } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { App, BrowserWindow } from 'electron'
import { describe, expect, test } from 'vitest'
import { silentLog } from '#shared/base/log.ts'
import type { EngineState } from '#shared/contract/bridge.ts'
import { documentsOf, serveOpenFiles } from '../../src-main/shell/open-files.ts'
import { createTranslate } from '../../src-main/shell/translate.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

function folderWith(...names: string[]): string {
  const folder = temporaryFolder()
  for (const name of names) writeFileSync(path.join(folder, name), 'x')
  return folder
}

describe('the documents among the arguments of a start', () => {
  test('are paths and addresses, each once, and relative ones from where the start was', () => {
    const folder = folderWith('Größe 1.md', 'Plan.PDF')
    const first = path.join(folder, 'Größe 1.md')
    expect(documentsOf([first, pathToFileURL(first).href, 'Plan.PDF'], folder)).toEqual([
      first,
      path.join(folder, 'Plan.PDF'),
    ])
  })

  test('are nothing else, however it is written', () => {
    const folder = folderWith('a.exe', 'b.md', '-c.md')
    mkdirSync(path.join(folder, 'folder.md'))
    const wrong = [
      '--data-dir=b.md',
      '-c.md',
      'a.exe',
      'missing.md',
      'folder.md',
      'outpost://ticket/b.md',
      'https://example.org/b.md',
      'file://elsewhere/b.md',
      'file:///%zz/b.md',
      'b.md\0',
      '',
    ]
    expect(documentsOf(wrong, folder)).toEqual([])
  })
})

describe('opening with Outpost', () => {
  function serve() {
    const asked: (readonly string[])[] = []
    const added: (readonly string[])[] = []
    const routes: string[] = []
    const app = new EventEmitter()
    let state: EngineState = { type: 'starting' }
    let tell = (): void => undefined
    let answer = (_agreed: boolean): void => undefined
    const files = serveOpenFiles({
      app: app as unknown as Pick<App, 'on'>,
      workspaces: {
        current: () => ({ state: () => state, addLibrary: (paths) => void added.push(paths) }),
        onEngineState: (listener) => (tell = () => listener(state)),
      },
      appWindows: {
        showMain: () => Object.create(null) as BrowserWindow,
        showInMain: ({ route }) => void routes.push(route),
      },
      ask(_window, paths) {
        asked.push(paths)
        return new Promise((resolve) => (answer = resolve))
      },
      translate: () => createTranslate('en'),
      log: silentLog,
    })
    return {
      ...{ files, app, asked, added, routes },
      ready() {
        state = { type: 'ready', generation: 1 }
        tell()
      },
      answer: (agreed: boolean) => answer(agreed),
    }
  }

  test('waits for the engine, asks, and adds only what the person agreed to', async () => {
    const folder = folderWith('a.md', 'b.pdf')
    const { files, asked, added, routes, ready, answer } = serve()
    files.open(['a.md'], folder)
    expect(asked).toEqual([])
    ready()
    expect(asked).toEqual([[path.join(folder, 'a.md')]])
    // What comes while the question is open is the next question.
    files.open(['b.pdf'], folder)
    expect([asked.length, added]).toEqual([1, []])
    answer(false)
    await expect.poll(() => asked.length).toBe(2)
    expect(added).toEqual([])
    answer(true)
    await expect.poll(() => added).toEqual([[path.join(folder, 'b.pdf')]])
    expect(routes).toEqual(['knowledge/files'])
  })

  test('takes the event of macOS too', () => {
    const folder = folderWith('a.md')
    const { app, asked, ready } = serve()
    ready()
    let isPrevented = false
    app.emit('open-file', { preventDefault: () => (isPrevented = true) }, path.join(folder, 'a.md'))
    expect([isPrevented, asked.length]).toEqual([true, 1])
  })
})
