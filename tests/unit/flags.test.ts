/** Flags that nobody decides about, or that switch nothing, are found here. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { flagNames, flags, type Flag } from '../../src-shared/flags/flags.ts'
import { channelOf, parseFlags, resolveFlags } from '../../src-shared/flags/resolve-flags.ts'
import { catalogues } from '../../src-shared/locales/index.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const all: readonly (readonly [string, Flag])[] = flagNames.map((name) => [name, flags[name]])

function sources(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .filter((file) => !path.join(folder, file).includes(path.join('src-shared', 'flags')))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
}

describe('every flag', () => {
  test('says what it switches, who looks after it, and by when it is decided', () => {
    for (const [name, { what, owner, expires }] of all) {
      expect(name).toMatch(/^[a-z][a-z-]{2,40}$/)
      expect(what.length, name).toBeGreaterThan(20)
      expect(owner, name).toMatch(/^[a-z-]{2,30}$/)
      expect(new Date(expires).toISOString().slice(0, 10), name).toBe(expires)
    }
  })

  test('is decided in time', () => {
    const late = all.filter(([, { expires }]) => Date.parse(expires) < Date.now()).map(([name]) => name)
    expect(late, 'put it in for good or take it out, and delete the flag').toEqual([])
  })

  test('is asked for somewhere', () => {
    const code = ['src-main', 'src-renderer', 'src-shared', 'src-server'].flatMap(sources).join('\n')
    // Under "settings" are the words that people see, which switch nothing.
    const unused = flagNames.filter((name) => !new RegExp(`flags\\[['"]${name}['"]\\]`).test(code))
    expect(unused, 'delete it').toEqual([])
  })

  test('that people may switch has words for them, in both languages', () => {
    for (const [name, { isForPeople }] of all) {
      for (const { settings } of Object.values(catalogues)) {
        const words: Readonly<Record<string, object>> = settings.experiments.flag
        expect(Object.hasOwn(words, name), name).toBe(isForPeople)
      }
    }
  })
})

describe('a flag is on', () => {
  const name = 'other-models'
  const resolve = (choices: Partial<Parameters<typeof resolveFlags>[0]>) =>
    resolveFlags({ channel: 'stable', chosen: {}, told: null, ...choices })[name]

  test('where its channel has it so', () => {
    expect(resolve({})).toBe(flags[name].on.stable)
    expect(resolve({ channel: 'development' })).toBe(flags[name].on.development)
  })

  test('where the person chose it, and not where they chose otherwise', () => {
    expect(resolve({ chosen: { [name]: false } })).toBe(false)
    expect(resolve({ chosen: { [name]: true } })).toBe(true)
    expect(resolve({ chosen: { nonsense: true, constructor: false } })).toBe(flags[name].on.stable)
  })

  test('where the start says so, in development only', () => {
    const told = `${name}=off`
    expect(resolve({ channel: 'development', told, chosen: { [name]: true } })).toBe(false)
    expect(resolve({ channel: 'stable', told, chosen: { [name]: true } })).toBe(true)
    expect(resolve({ channel: 'beta', told })).toBe(flags[name].on.beta)
  })

  test('whatever else is said', () => {
    expect(parseFlags(` ${name} , nonsense=on, ${name}=maybe,=,,__proto__=on`)).toEqual({ [name]: true })
    expect(parseFlags('')).toEqual({})
  })

  test.each([
    ['1.2.0', false, 'development'],
    ['1.2.0', true, 'stable'],
    ['1.2.0-beta.1', true, 'beta'],
  ])('the channel of %s, packaged: %s, is %s', (version, isPackaged, channel) => {
    expect(channelOf(version, isPackaged)).toBe(channel)
  })
})
