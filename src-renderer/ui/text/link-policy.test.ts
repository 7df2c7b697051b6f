import { describe, expect, it } from 'vitest'
import { allowedLink, isPlainText } from './link-policy.ts'

describe('the link policy', () => {
  it.each([
    'https://example.org/',
    'http://example.org/a?b=c',
    'mailto:a@example.org',
    'outpost://ticket/01J',
  ])('lets %s through', (href) => {
    expect(allowedLink(href)).toBe(href)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>1</script>',
    'file:///etc/passwd',
    'vbscript:x',
    'blob:https://example.org/x',
    'ftp://example.org',
    '/relative',
    '#anchor',
    '//example.org',
    '',
    'https://bank.example@evil.example/',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('stops %j', (href) => {
    expect(allowedLink(href)).toBeUndefined()
  })
})

describe('the fast path', () => {
  it.each(['Hello', 'Line one\nline two', 'Wir kommen um 12:30 (Tor 3), ok?', 'A-B, 3 + 4', 'Ende.'])(
    'takes %j as it is',
    (text) => {
      expect(isPlainText(text)).toBe(true)
    },
  )

  it.each([
    '**bold**',
    'a_b_c',
    '`code`',
    '- item',
    '1. item',
    '2) item',
    '# title',
    '> quote',
    'see https://example.org',
    'www.example.org',
    'mail a@example.org',
    'para\n\npara',
    '    indented',
    'title\n===',
    'title\n---',
    '&amp;',
    'a\\*b',
    '<b>x</b>',
    '|a|b|',
    '~~gone~~',
  ])('leaves %j to Markdown', (text) => {
    expect(isPlainText(text)).toBe(false)
  })
})
