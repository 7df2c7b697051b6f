import { describe, expect, it } from 'vitest'
import type { AnswerPart, CitedPassage } from '#shared/contract/ask.ts'
import { answerBlocks, citedNumbers, countUnsupported } from './answer-blocks.ts'
import { copyAnswer } from './copy-answer.ts'
import { nothingRecalled, recall } from './earlier-questions.ts'

const part = (kind: AnswerPart['kind'], text: string, ...citations: number[]): AnswerPart => ({
  kind,
  text,
  citations,
  isSupported: citations.length > 0,
})

const passage = (number: number, title: string): CitedPassage => ({
  key: `p${number}`,
  number,
  place: { type: 'article', articleId: 'x' as never, title, headings: [], language: 'en' },
  text: '',
  marks: [],
  evidence: [],
  foundBy: 'both',
  score: 1,
})

describe('the blocks of an answer', () => {
  it('number steps on after code, and anew under a heading', () => {
    const blocks = answerBlocks(
      [
        part('step', 'Open', 1),
        part('code', 'ipconfig', 1),
        part('step', 'Close', 1),
        part('heading', 'Or', 2),
        part('step', 'Wait', 2),
      ],
      true,
    )
    expect(blocks.map((block) => (block.type === 'steps' ? block.start : block.type))).toEqual([
      1,
      'code',
      2,
      'heading',
      1,
    ])
  })

  it('keep sentences of one source together, and those of others apart where they are extracts', () => {
    const parts = [part('sentence', 'A', 1), part('sentence', 'B', 1), part('sentence', 'C', 2)]
    expect(answerBlocks(parts, true)).toHaveLength(2)
    expect(answerBlocks(parts, false)).toHaveLength(1)
  })

  it('say what is cited, in order, and what is not supported', () => {
    const parts = [
      part('sentence', 'A', 3, 1),
      part('sentence', 'B'),
      part('heading', 'C'),
      part('step', 'D', 1),
    ]
    expect(citedNumbers(parts)).toEqual([3, 1])
    expect(countUnsupported(parts)).toBe(1)
  })
})

describe('rows of a table', () => {
  const row = (head: string[], cells: string[], ...citations: number[]): AnswerPart => ({
    ...part('row', cells.join(' | '), ...citations),
    row: { head, cells },
  })
  const head = ['Light', 'Meaning']
  const parts = [
    row(head, ['red', 'power | fan'], 1),
    row(head, ['green', 'fine'], 1, 2),
    row(head, ['blue', ''], 3),
    row(['Code', 'Meaning'], ['E1', 'paper'], 3),
  ]

  it('of one source and head are one table, and those of others another', () => {
    const blocks = answerBlocks(parts, true)
    expect(blocks.map((block) => block.type === 'table' && block.rows.length)).toEqual([2, 1, 1])
  })

  it('are taken along as a table', () => {
    const words = { sourcesHeading: 'Sources:', unsupported: 'not there', placeLine: () => '' }
    const answer = { question: 'Which?', parts: parts.slice(0, 2), passages: [], isExtract: true }
    expect(copyAnswer(answer, 'markdown', words)).toContain(
      '| Light | Meaning |\n| --- | --- |\n| red | power \\| fan [1] |\n| green | fine [1][2] |',
    )
    expect(copyAnswer(answer, 'text', words)).toContain('Light\tMeaning\nred\tpower | fan [1]\ngreen')
  })

  it('that were kept before rows had cells are still lines', () => {
    const old = [part('heading', 'Light | Meaning', 1), part('sentence', 'red | power', 1)]
    expect(answerBlocks(old, true).map(({ type }) => type)).toEqual(['heading', 'paragraph'])
    expect(answerBlocks([part('row', 'red | power', 1)], true).map(({ type }) => type)).toEqual(['paragraph'])
  })
})

describe('a copied answer', () => {
  const answer = {
    question: ' Why? ',
    parts: [
      part('heading', 'Router', 1),
      part('sentence', 'It blinks.', 1, 2),
      part('sentence', 'Perhaps.'),
      part('step', 'Unplug it.', 2),
      part('code', 'a ``` b', 2),
    ],
    passages: [passage(1, 'Manual'), passage(2, 'Ticket'), passage(3, 'Not cited')],
    isExtract: false,
  }
  const words = {
    sourcesHeading: 'Sources:',
    unsupported: 'not in the sources',
    placeLine: ({ place }: CitedPassage) => ('title' in place ? place.title : ''),
  }

  it('has its numbers and only the sources that they name, as text', () => {
    expect(copyAnswer(answer, 'text', words)).toBe(
      [
        'Why?',
        'Router',
        'It blinks. [1][2] Perhaps. (not in the sources)',
        '1. Unplug it. [2]',
        'a ``` b\n[2]',
        'Sources:\n[1] Manual\n[2] Ticket',
      ].join('\n\n'),
    )
  })

  it('keeps code and lines apart as Markdown', () => {
    const markdown = copyAnswer(answer, 'markdown', words)
    expect(markdown).toContain('**Why?**')
    expect(markdown).toContain('### Router')
    expect(markdown).toContain('````\na ``` b\n````\n[2]')
    expect(markdown).toContain('Sources:  \n[1] Manual  \n[2] Ticket')
  })

  it('has no list of sources where nothing is cited', () => {
    expect(copyAnswer({ ...answer, parts: [part('sentence', 'A')] }, 'text', words)).not.toContain('Sources')
  })
})

describe('questions asked before', () => {
  const questions = ['newest', 'older', 'newest']

  it('come back one by one, and what was typed after them', () => {
    const first = recall(questions, nothingRecalled, 'half a', 1)
    expect(first?.text).toBe('newest')
    const second = recall(questions, first?.recall ?? nothingRecalled, 'newest', 1)
    expect(second?.text).toBe('older')
    expect(recall(questions, second?.recall ?? nothingRecalled, 'older', 1)).toBeNull()
    const back = recall(questions, first?.recall ?? nothingRecalled, 'newest', -1)
    expect(back).toEqual({ recall: { index: -1, typed: 'half a' }, text: 'half a' })
    expect(recall(questions, nothingRecalled, 'half a', -1)).toBeNull()
  })
})
