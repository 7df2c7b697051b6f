import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName, fileEnding, isProgramName } from './file-name.ts'

describe('a cleaned file name', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['Störung Rotor 7.jpeg', 'Störung Rotor 7.jpeg'],
    ['../../x', 'x'],
    ['..\\..\\windows\\system32\\x.dll', 'x.dll'],
    ['/etc/passwd', 'passwd'],
    ['a\0b.txt', 'ab.txt'],
    ['line\nbreak\t.txt', 'linebreak.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['C:evil.txt', 'C_evil.txt'],
    ['what?*.txt', 'what__.txt'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['.bashrc', 'bashrc'],
    ['ends with dots... ', 'ends with dots'],
    ['..', 'file'],
    ['', 'file'],
    ['/', 'file'],
    ['\ud800', '\ufffd'],
  ])('of %j is %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean)
  })

  test('of 5,000 characters fits into a file system and keeps its ending', () => {
    for (const letter of ['a', 'ü', '漢', '🙂']) {
      const clean = cleanFileName(`${letter.repeat(5_000)}.tar.gz`)
      expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(200)
      expect(clean.endsWith('.gz')).toBe(true)
      expect(clean.startsWith(letter)).toBe(true)
    }
  })

  test('is plain whatever comes in, and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const clean = cleanFileName(name)
        expect(clean).not.toBe('')
        expect(clean).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|[. ]$/u)
        expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(210)
        expect(cleanFileName(clean)).toBe(clean)
      }),
    )
  })
})

test('programs are known by their endings, in any case', () => {
  const programs = [
    'a.exe',
    'A.EXE',
    'b.sh',
    'c.bat',
    'd.cmd',
    'e.ps1',
    'f.desktop',
    'g.app',
    'h.jar',
    'i.msi',
    'j.jpg.exe',
  ]
  expect(programs.filter((name) => !isProgramName(name))).toEqual([])
  expect(['a.pdf', 'exe', 'b.jpg', 'c.exe.txt', 'd'].filter(isProgramName)).toEqual([])
  expect(fileEnding('a.TAR.GZ')).toBe('gz')
})
