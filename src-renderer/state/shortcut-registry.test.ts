import { describe, expect, it, vi } from 'vitest'
import { keysCollide, normalizeKeys, pressToStep, worksInTextFields, type KeyPress } from './shortcut-keys.ts'
import { createShortcutRegistry, type Shortcut, type ShortcutScope } from './shortcut-registry.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isAltGraph: false,
  ...held,
})

describe('the notation of keys', () => {
  it.each<[KeyPress, string | null, string]>([
    [press('k', { ctrlKey: true }), 'Mod+k', 'Mod+K'],
    [press('J', { shiftKey: true }), 'Shift+j', 'Shift+J'],
    [press('?', { shiftKey: true }), '?', '?'],
    [press('/', { shiftKey: true }), '/', '/'],
    [press('@', { ctrlKey: true, altKey: true, isAltGraph: true }), '@', '@'],
    [press(' '), 'Space', 'Space'],
    [press('ArrowLeft', { altKey: true }), 'Alt+ArrowLeft', 'Alt+ArrowLeft'],
    [press('л', { ctrlKey: true, code: 'KeyK' }), 'Mod+k', 'Mod+k'],
    [press('&', { ctrlKey: true, code: 'Digit1' }), 'Mod+1', 'Mod+1'],
    [press('+', { ctrlKey: true }), 'Mod++', 'Mod++'],
    [press('Shift', { shiftKey: true }), null, ''],
  ])('reads %j as %s', (event, step, written) => {
    expect(pressToStep(event, 'other')).toBe(step)
    if (step !== null) expect(normalizeKeys(written)).toBe(step)
  })

  it('takes Command for Mod on Apple, and Ctrl for Ctrl', () => {
    expect(pressToStep(press('k', { metaKey: true }), 'apple')).toBe('Mod+k')
    expect(pressToStep(press('k', { ctrlKey: true }), 'apple')).toBe('Ctrl+k')
  })

  it('knows which keys work while one writes', () => {
    expect(['Mod+K', 'F5', 'r', 'Shift+J', 'g t'].map(worksInTextFields)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('knows which keys cannot both be pressed', () => {
    expect(keysCollide('g', 'g t')).toBe(true)
    expect(keysCollide('g t', 'g t')).toBe(true)
    expect(keysCollide('g t', 'g c')).toBe(false)
    expect(keysCollide('', '')).toBe(false)
  })
})

function setUp(remaps: Record<string, string> = {}) {
  const registry = createShortcutRegistry(() => remaps)
  const bind = (
    scope: ShortcutScope,
    action: string,
    keys: string | string[],
    more: Partial<Shortcut> = {},
  ) => {
    const run = vi.fn()
    const slot = registry.createSlot(scope)
    slot.set([{ action, keys, label: action, run, ...more }])
    return { run, detach: slot.attach() }
  }
  let nowMs = 0
  const type = (keys: string, { inTextField = false, gapMs = 100 } = {}) =>
    keys.split(' ').map((step) => {
      nowMs += gapMs
      return registry.press(step, { inTextField, nowMs })
    })
  return { registry, bind, type, remaps }
}

describe('shortcuts', () => {
  it('run a sequence, and only the whole of it', () => {
    const { bind, type } = setUp()
    const { run } = bind('app', 'go.tickets', 'g t')
    expect(type('g')).toEqual([true])
    expect(run).not.toHaveBeenCalled()
    type('t')
    expect(run).toHaveBeenCalledTimes(1)
    expect(type('t')).toEqual([false])
  })

  it('forget a sequence that was begun too long ago', () => {
    const { bind, type } = setUp()
    const go = bind('app', 'go.tickets', 'g t')
    const tag = bind('tickets', 'tag', 't')
    type('g')
    type('t', { gapMs: 3_000 })
    expect(go.run).not.toHaveBeenCalled()
    expect(tag.run).toHaveBeenCalledTimes(1)
  })

  it('take a key by itself where it does not go on with the sequence', () => {
    const { bind, type } = setUp()
    bind('app', 'go.tickets', 'g t')
    const reply = bind('tickets', 'reply', 'r')
    type('g r')
    expect(reply.run).toHaveBeenCalledTimes(1)
  })

  it('are quiet in text fields, except with Mod or where they say so', () => {
    const { bind, type } = setUp()
    const reply = bind('tickets', 'reply', 'r')
    const palette = bind('app', 'palette', 'Mod+k')
    const escape = bind('tickets', 'leave', 'Escape', { inTextFields: true })
    type('r Mod+k Escape', { inTextField: true })
    expect(reply.run).not.toHaveBeenCalled()
    expect(palette.run).toHaveBeenCalledTimes(1)
    expect(escape.run).toHaveBeenCalledTimes(1)
  })

  it('of the area win over those of the app, the latest among equals, and only while they are on screen', () => {
    const { bind, type } = setUp()
    const first = bind('tickets', 'one', 'c')
    const second = bind('tickets', 'two', 'c')
    const app = bind('app', 'new', 'c')
    type('c')
    expect(second.run).toHaveBeenCalledTimes(1)
    second.detach()
    type('c')
    expect(first.run).toHaveBeenCalledTimes(1)
    first.detach()
    type('c')
    expect(app.run).toHaveBeenCalledTimes(1)
  })

  it('that cannot be carried out now leave the key to others', () => {
    const { bind, type } = setUp()
    const app = bind('app', 'back', 'Escape')
    const list = bind('tickets', 'close', 'Escape', { when: () => false })
    type('Escape')
    expect(list.run).not.toHaveBeenCalled()
    expect(app.run).toHaveBeenCalledTimes(1)
  })

  it('follow the keys that the person chose, also none', () => {
    const { bind, type, remaps, registry } = setUp({ reply: 'Shift+R' })
    const { run } = bind('tickets', 'reply', ['r', 'Enter'])
    type('r Enter')
    expect(run).not.toHaveBeenCalled()
    type('Shift+r')
    expect(run).toHaveBeenCalledTimes(1)
    expect(registry.known()[0]).toMatchObject({ keys: 'Shift+r', defaultKeys: 'r' })
    remaps['reply'] = ''
    expect(type('Shift+r')).toEqual([false])
  })

  it('name what would collide, in the same place or everywhere', () => {
    const { bind, registry } = setUp()
    bind('app', 'go.tickets', 'g t')
    bind('chat', 'react', 'e')
    bind('tickets', 'reply', 'r')
    registry.declare('tickets', () => [{ action: 'note', keys: 'n', label: 'note' }])
    const conflicts = (keys: string) => registry.conflicts('note', keys).map(({ action }) => action)
    expect(conflicts('r')).toEqual(['reply'])
    expect(conflicts('g')).toEqual(['go.tickets'])
    expect(conflicts('e')).toEqual([])
    expect(conflicts('n')).toEqual([])
  })
})
