/** Articles by category, as the rows of one list: a heading, then its articles by title. */
import type { ArticleRow } from '#shared/contract/articles.ts'
import { matchesQuery } from '../../../state/palette.ts'

export type ListRow =
  | { readonly type: 'category'; readonly key: string; readonly name: string; readonly count: number }
  | { readonly type: 'article'; readonly key: string; readonly article: ArticleRow }

/**
 * @param text narrows by words of title, tags and category; empty shows all
 * @param locale for the order of names
 */
export function articleRows(
  articles: readonly ArticleRow[],
  text: string,
  locale: string,
): readonly ListRow[] {
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  const groups = new Map<string, ArticleRow[]>()
  for (const article of articles) {
    if (
      !matchesQuery(
        { label: article.title, detail: article.category, keywords: article.tags.join(' ') },
        text,
      )
    )
      continue
    const group = groups.get(article.category)
    if (group) group.push(article)
    else groups.set(article.category, [article])
  }
  return (
    [...groups]
      // what has no category comes last
      .sort(([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b))
      .flatMap(([name, group]): ListRow[] => [
        { type: 'category', key: `category ${name}`, name, count: group.length },
        ...group
          .sort((a, b) => compare(a.title, b.title))
          .map((article) => ({ type: 'article' as const, key: article.key, article })),
      ])
  )
}

/** The article after or before one, past headings; null where there is none. */
export function stepArticle(rows: readonly ListRow[], key: string | null, by: 1 | -1): ArticleRow | null {
  const articles = rows.flatMap((row) => (row.type === 'article' ? [row.article] : []))
  const index = articles.findIndex((article) => article.key === key)
  if (index === -1) return articles[0] ?? null
  return articles[index + by] ?? null
}
