import { describe, expect, it } from 'vitest'
import { describeCommandLineError, parseCommandLine } from '../../src-main/shell/command-line.ts'
import { unwrap } from '../../src-shared/base/result.ts'

const parse = (...argv: string[]) => unwrap(parseCommandLine(argv))

describe('the command line', () => {
  it('without options means the default profile in the usual place', () => {
    expect(parse('/path/to/app')).toEqual({
      profile: 'default',
      dataDir: null,
      demo: false,
      smoke: false,
      hidden: false,
      flags: null,
      pseudoLocale: null,
      capture: false,
      systemFolder: false,
    })
    expect(parse('--hidden').hidden).toBe(true)
    expect(parse('--capture').capture).toBe(true)
    expect(parse('--system-folder').systemFolder).toBe(true)
  })

  it('takes values after a space and after an equals sign', () => {
    expect(parse('--profile', 'alice', '--data-dir=/tmp/a=b')).toMatchObject({
      profile: 'alice',
      dataDir: '/tmp/a=b',
    })
  })

  it('takes a pseudo-locale that there is, and says which there are', () => {
    expect(parse('--pseudo-locale=en-XB').pseudoLocale).toBe('en-XB')
    const wrong = parseCommandLine(['--pseudo-locale', 'xx'])
    expect(wrong).toEqual({ ok: false, error: { type: 'bad-pseudo-locale', locale: 'xx' } })
    if (!wrong.ok) expect(describeCommandLineError(wrong.error)).toMatch(/en-XA and en-XB/)
  })

  it('gives the demo a profile of its own, unless one is named', () => {
    expect(parse('--demo').profile).toBe('demo')
    expect(parse('--demo', '--profile=bob')).toMatchObject({ profile: 'bob', demo: true })
  })

  it("passes over Chromium's and Electron's switches", () => {
    expect(parse('--inspect=0', '--no-sandbox', '.', '--profiles=x', '--smoke')).toMatchObject({
      profile: 'default',
      smoke: true,
    })
  })

  it('lets the last of a repeated option count', () => {
    expect(parse('--profile=alice', '--profile=bob').profile).toBe('bob')
  })

  it.each(['../x', 'a b', 'ä', 'a/b', 'x'.repeat(41), '.', 'con:'])(
    'refuses the profile %j with a sentence',
    (profile) => {
      const result = parseCommandLine([`--profile=${profile}`])
      expect(result).toMatchObject({ ok: false, error: { type: 'bad-profile' } })
      if (!result.ok) expect(describeCommandLineError(result.error)).toContain('1 to 40 letters')
    },
  )

  it.each([['--profile'], ['--profile='], ['--profile', '--demo'], ['--data-dir']])(
    'refuses %j, which lacks its value',
    (...argv) => {
      const result = parseCommandLine(argv)
      expect(result).toMatchObject({ ok: false, error: { type: 'missing-value' } })
      if (!result.ok) expect(describeCommandLineError(result.error)).toContain('needs a value')
    },
  )
})
