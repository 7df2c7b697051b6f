import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blend, contrastRatio, parseColour, readTokens, type Colour } from './contrast.ts'
import { resolveTheme } from './theme.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const themes = ['light', 'dark', 'high-contrast'] as const

const panes = ['--surface-rail', '--surface-list', '--surface-base', '--surface-raised', '--surface-sunken']
const washes = [undefined, '--surface-hover', '--surface-selected']

/** [text, surface] pairs that are not "any text on any pane" */
const textPairs: readonly (readonly [string, string])[] = [
  ['--text-on-accent', '--accent'],
  ['--text-on-accent', '--accent-hover'],
  ['--text-on-accent', '--accent-pressed'],
  ['--text-on-danger', '--danger'],
  ['--text-on-danger', '--danger-hover'],
  ['--text-on-tooltip', '--surface-tooltip'],
  ['--text-accent', '--accent-soft'],
  ['--text', '--accent-soft'],
  ['--mark-text', '--mark-surface'],
  ['--badge-text', '--badge-surface'],
  ['--text', '--note-surface'],
  ['--text-muted', '--note-surface'],
  ...['danger', 'warning', 'success', 'info'].flatMap(
    (name) =>
      [
        [`--${name}-text`, `--${name}-soft`],
        ['--text', `--${name}-soft`],
        ['--text-muted', `--${name}-soft`],
        [`--${name}-text`, '--surface-base'],
        [`--${name}-text`, '--surface-rail'],
      ] as const,
  ),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((tint) => [`--tint-${tint}-text`, `--tint-${tint}-surface`] as const),
]

/** Shapes and control edges need 3:1 (1.4.11). */
const shapes = [
  '--focus',
  '--unread',
  '--warning',
  '--success',
  '--info',
  ...['new', 'open', 'pending', 'solved', 'closed'].map((state) => `--state-${state}`),
  ...['low', 'normal', 'high', 'urgent'].map((priority) => `--priority-${priority}`),
]

describe.each(themes)('the %s theme meets WCAG 2.2 AA', (theme) => {
  const tokens = readTokens(css, `[data-theme='${theme}']`)
  const colour = (name: string): Colour => {
    const parsed = parseColour(tokens.get(name) ?? '')
    if (!parsed) throw new Error(`${name} is missing or no colour: ${tokens.get(name)}`)
    return parsed
  }
  const grounds = panes.flatMap((pane) =>
    washes.map((wash) => ({
      name: wash ? `${wash} over ${pane}` : pane,
      colour: wash ? blend(colour(wash), colour(pane)) : colour(pane),
    })),
  )

  it('defines every colour that the light theme defines', () => {
    const names = [...readTokens(css, "[data-theme='light']").keys()]
    expect(names.filter((name) => !tokens.has(name))).toEqual([])
  })

  it('reads text at 4.5:1 on every pane, also hovered and selected', () => {
    const low = ['--text', '--text-muted', '--text-faint', '--text-accent'].flatMap((text) =>
      grounds
        .map((ground) => ({ text, on: ground.name, ratio: contrastRatio(colour(text), ground.colour) }))
        .filter(({ ratio }) => ratio < 4.5),
    )
    expect(low).toEqual([])
  })

  it('reads coloured pairs at 4.5:1', () => {
    const low = textPairs
      .map(([text, surface]) => ({ text, surface, ratio: contrastRatio(colour(text), colour(surface)) }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(low).toEqual([])
  })

  it('shows shapes, control edges and focus at 3:1', () => {
    const low = shapes.flatMap((shape) =>
      grounds
        .map((ground) => ({ shape, on: ground.name, ratio: contrastRatio(colour(shape), ground.colour) }))
        .filter(({ ratio }) => ratio < 3),
    )
    expect(low).toEqual([])
  })

  it('shows fields and filled controls at 3:1 on every pane that holds them', () => {
    const low = ['--border-control', '--accent', '--danger'].flatMap((edge) =>
      panes
        .filter((pane) => pane !== '--surface-rail')
        .map((pane) => ({ edge, pane, ratio: contrastRatio(colour(edge), colour(pane)) }))
        .filter(({ ratio }) => ratio < 3),
    )
    expect(low).toEqual([])
  })
})

describe('resolveTheme', () => {
  it('follows the system only when asked to', () => {
    expect(resolveTheme('system', { prefersDark: true, prefersMoreContrast: false })).toBe('dark')
    expect(resolveTheme('system', { prefersDark: false, prefersMoreContrast: false })).toBe('light')
    expect(resolveTheme('system', { prefersDark: true, prefersMoreContrast: true })).toBe('high-contrast')
    expect(resolveTheme('light', { prefersDark: true, prefersMoreContrast: true })).toBe('light')
  })
})
