import { describe, expect, it } from 'vitest'
import {
  applyChange,
  continueList,
  toggleFormat,
  type Format,
  type TextChange,
  type TextSelection,
} from './format-text.ts'

/** `[` and `]` stand for the selection, `|` for a caret. */
function read(marked: string): TextSelection {
  if (marked.includes('|')) {
    const at = marked.indexOf('|')
    return { text: marked.replace('|', ''), start: at, end: at }
  }
  return { text: marked.replace(/[⟨⟩]/g, ''), start: marked.indexOf('⟨'), end: marked.indexOf('⟩') - 1 }
}

function write({ text }: TextSelection, change: TextChange): string {
  const result = applyChange(text, change)
  if (change.start === change.end) return `${result.slice(0, change.start)}|${result.slice(change.start)}`
  return `${result.slice(0, change.start)}⟨${result.slice(change.start, change.end)}⟩${result.slice(change.end)}`
}

const format = (marked: string, name: Format): string => write(read(marked), toggleFormat(read(marked), name))
const goOn = (marked: string): string | null => {
  const change = continueList(read(marked))
  return change && write(read(marked), change)
}

describe('formatting', () => {
  it.each<[string, Format, string]>([
    ['a ⟨word⟩ here', 'bold', 'a **⟨word⟩** here'],
    ['a **⟨word⟩** here', 'bold', 'a ⟨word⟩ here'],
    ['a ⟨**word**⟩ here', 'bold', 'a ⟨word⟩ here'],
    ['a ⟨word⟩ here', 'italic', 'a _⟨word⟩_ here'],
    ['a⟨ word ⟩here', 'code', 'a `⟨word⟩` here'],
    ['go |', 'bold', 'go **|**'],
    ['go **|**', 'bold', 'go |'],
    ['⟨one\ntwo⟩', 'code', '```\n⟨one\ntwo⟩\n```'],
    ['⟨**⟩', 'italic', '_⟨**⟩_'],
  ])('%s, %s', (before, name, after) => {
    expect(format(before, name)).toBe(after)
  })
})

describe('a new line in a list', () => {
  it.each([
    ['- milk|', '- milk\n- |'],
    ['* milk|', '* milk\n* |'],
    ['9. milk|', '9. milk\n10. |'],
    ['1) milk|', '1) milk\n2) |'],
    ['- [x] milk|', '- [x] milk\n- [ ] |'],
    ['> said|', '> said\n> |'],
    ['  - deep|', '  - deep\n  - |'],
    ['- mi|lk', '- mi\n- |lk'],
    ['one\n- two|\nthree', 'one\n- two\n- |\nthree'],
  ])('goes on: %s', (before, after) => {
    expect(goOn(before)).toBe(after)
  })

  it('ends the list where the item is empty', () => {
    expect(goOn('- milk\n- |')).toBe('- milk\n|')
    expect(goOn('1. |')).toBe('|')
  })

  it('is nothing special elsewhere', () => {
    expect(goOn('milk|')).toBeNull()
    expect(goOn('-milk|')).toBeNull()
    expect(goOn('- ⟨milk⟩')).toBeNull()
  })
})
