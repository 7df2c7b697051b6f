import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPreferencesStore } from '../../src-main/shell/preferences.ts'
import { silentLog, type Log } from '../../src-shared/base/log.ts'
import { defaultPreferences } from '../../src-shared/contract/preferences.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'outpost-test-'))
  file = path.join(folder, 'preferences.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (log: Log = silentLog) => createPreferencesStore({ file, log })
const onDisk = (): unknown => JSON.parse(readFileSync(file, 'utf8'))

describe('the preferences', () => {
  it('are the usual ones where there is no file, and write none', () => {
    const store = open()
    expect(store.get()).toEqual(defaultPreferences)
    store.flush()
    expect(existsSync(file)).toBe(false)
  })

  it('are there again after a restart', () => {
    const store = open()
    store.update({ theme: 'dark', paneWidths: { list: 320 } })
    store.flush()
    expect(open().get()).toEqual({ ...defaultPreferences, theme: 'dark', paneWidths: { list: 320 } })
  })

  it('replace each given key as a whole and keep the others', () => {
    const store = open()
    store.update({ language: 'de', shortcuts: { 'ticket.reply': 'r', 'ticket.note': 'n' } })
    store.update({ shortcuts: { 'ticket.reply': 'x' } })
    expect(store.get()).toMatchObject({ language: 'de', shortcuts: { 'ticket.reply': 'x' } })
    expect(store.get().shortcuts).not.toHaveProperty('ticket.note')
  })

  it('fall back value by value where the file is partly wrong', () => {
    writeFileSync(file, JSON.stringify({ theme: 'sepia', language: 'de', paneWidths: 7 }))
    expect(open().get()).toEqual({ ...defaultPreferences, language: 'de' })
  })

  it('keep what a newer version wrote', () => {
    writeFileSync(file, JSON.stringify({ theme: 'sepia', sound: { volume: 3 } }))
    const store = open()
    store.update({ density: 'comfortable' })
    store.flush()
    expect(onDisk()).toEqual({ theme: 'sepia', sound: { volume: 3 }, density: 'comfortable' })
  })

  it.each(['{"theme": "da', '', 'null', '[]', '"text"'])(
    'set the broken file %j aside, untouched, and say so',
    (text) => {
      writeFileSync(file, text)
      const events: string[] = []
      const store = open({ ...silentLog, warn: (event) => events.push(event) })
      expect(store.get()).toEqual(defaultPreferences)
      expect(readFileSync(`${file}.broken`, 'utf8')).toBe(text)
      expect(existsSync(file)).toBe(false)
      expect(events).toEqual(['settings.set-aside'])
    },
  )

  it.each([
    { theme: 'sepia' },
    { unknown: 1 },
    { theme: 'dark', lastRoute: 'x'.repeat(201) },
    null,
    'dark',
    [],
  ])('refuse %j and stay as they are', (change) => {
    const store = open()
    expect(store.update(change).ok).toBe(false)
    expect(store.get()).toEqual(defaultPreferences)
  })

  it('tell of each change once, and of none where nothing was given', () => {
    const store = open()
    const told: string[] = []
    store.onChange(({ theme }) => told.push(theme))
    store.update({ theme: 'dark' })
    store.update({})
    store.update({ theme: 'nonsense' })
    expect(told).toEqual(['dark'])
  })

  it('survive a folder that cannot be written, with a word in the log', () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file where the folder was')
    const events: string[] = []
    const store = open({ ...silentLog, warn: (event) => events.push(event) })
    store.update({ theme: 'dark' })
    store.flush()
    expect(store.get().theme).toBe('dark')
    expect(events).toContain('settings.write-failed')
  })
})
