import { describe, expect, it } from 'vitest'
import type { PersonId } from '#shared/base/ids.ts'
import type { ArticleRow } from '#shared/contract/articles.ts'
import { articleRows, isShown, namesInUse, stepArticle } from './article-groups.ts'

const article = (key: string, title: string, category: string, tags: string[] = []): ArticleRow =>
  ({
    ...{ key, title, category, tags, section: '' },
    ...{ language: 'de', state: 'published', updatedAt: 0, createdBy: 'me' },
  }) as unknown as ArticleRow

const articles = [
  article('1', 'Zeiterfassung', 'Büro'),
  article('2', 'Äpfel lagern', 'Büro'),
  article('3', 'VPN einrichten', 'Netz', ['tunnel']),
  article('4', 'Ohne Ort', ''),
]

describe('the list of articles', () => {
  it('stands by category and title, as the language sorts, what has no category last', () => {
    expect(articleRows(articles, '', 'de').map((row) => row.key)).toEqual([
      'category Büro',
      '2',
      '1',
      'category Netz',
      '3',
      'category ',
      '4',
    ])
  })

  it('stands by section inside of a category, what has none first', () => {
    const rows = articleRows(
      [
        { ...article('1', 'B', 'Netz'), section: 'LTE' },
        article('2', 'C', 'Netz'),
        { ...article('3', 'A', 'Netz'), section: 'LTE' },
        { ...article('4', 'D', 'Netz'), section: 'Kabel' },
      ],
      '',
      'de',
    )
    expect(rows.map(({ key }) => key)).toEqual([
      ...['category Netz', '2', 'section Netz / Kabel', '4', 'section Netz / LTE', '3', '1'],
    ])
  })

  it('shows what is asked for, and what was put away only then', () => {
    const away = { ...article('5', 'Weg', ''), state: 'archived' } as ArticleRow
    const draft = { ...article('6', 'Neu', ''), state: 'draft' } as ArticleRow
    const shown = (show: Parameters<typeof isShown>[1], me = 'me' as PersonId) =>
      [...articles, away, draft].filter((row) => isShown(row, show, me)).map(({ key }) => key)
    expect(shown('all')).toEqual(['1', '2', '3', '4', '6'])
    expect(shown('archived')).toEqual(['5'])
    expect(shown('draft')).toEqual(['6'])
    expect(shown('mine', 'other' as PersonId)).toEqual([])
    expect(namesInUse(articles, 'category', 'de')).toEqual(['Büro', 'Netz'])
  })

  it('finds by beginnings of words in title, tags and category, without accents', () => {
    const found = (text: string): string[] =>
      articleRows(articles, text, 'de').flatMap((row) => (row.type === 'article' ? [row.key] : []))
    expect(found('apfel')).toEqual(['2'])
    expect(found('tunn')).toEqual(['3'])
    expect(found('buro zeit')).toEqual(['1'])
    expect(found('nothing')).toEqual([])
  })

  it('steps from article to article past headings', () => {
    const rows = articleRows(articles, '', 'de')
    expect(stepArticle(rows, '1', 1)?.key).toBe('3')
    expect(stepArticle(rows, '3', -1)?.key).toBe('1')
    expect(stepArticle(rows, '4', 1)).toBeNull()
    expect(stepArticle(rows, null, 1)?.key).toBe('2')
  })
})
