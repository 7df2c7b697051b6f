import { describe, expect, it } from 'vitest'
import type { ArticleRow } from '#shared/contract/articles.ts'

import { articleRows, stepArticle } from './article-groups.ts'

const article = (key: string, title: string, category: string, tags: string[] = []): ArticleRow =>
  ({ key, title, category, tags, language: 'de', state: 'published', updatedAt: 0 }) as unknown as ArticleRow

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
