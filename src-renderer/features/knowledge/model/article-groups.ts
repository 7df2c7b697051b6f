/** Articles by category and section, as the rows of one list: headings, and below each its articles by title. */
import { createCompare } from '../../../i18n/formats.ts'
import type { PersonId } from '#shared/base/ids.ts'
import type { ArticleRow } from '#shared/contract/articles.ts'
import { matchesQuery } from '../../../state/palette.ts'
import type { ArticleShow } from '../article-filter.ts'

export type ListRow =
  | { readonly type: 'category'; readonly key: string; readonly name: string; readonly count: number }
  | { readonly type: 'section'; readonly key: string; readonly name: string }
  | { readonly type: 'article'; readonly key: string; readonly article: ArticleRow }

/** Whether the list shows it, before words are looked at. */
export function isShown(article: ArticleRow, show: ArticleShow, me: PersonId | null): boolean {
  switch (show) {
    case 'all':
      return article.state !== 'archived'
    case 'mine':
      return article.state !== 'archived' && article.createdBy === me && me !== null
    default:
      return article.state === show
  }
}

/**
 * @param text narrows by words of title, tags, section and category; empty shows all
 * @param locale for the order of names
 */
export function articleRows(
  articles: readonly ArticleRow[],
  text: string,
  locale: string,
): readonly ListRow[] {
  const compare = createCompare(locale)
  const found = articles.filter(({ title, category, section, tags }) =>
    matchesQuery({ label: title, detail: category, keywords: [section, ...tags].join(' ') }, text),
  )
  return (
    [...groupBy(found, ({ category }) => category)]
      // what has no category comes last
      .sort(([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b))
      .flatMap(([name, group]): ListRow[] => [
        { type: 'category', key: `category ${name}`, name, count: group.length },
        // what has no section comes first, right below the category
        ...[...groupBy(group, ({ section }) => section)]
          .sort(([a], [b]) => Number(b === '') - Number(a === '') || compare(a, b))
          .flatMap(([section, inside]): ListRow[] => [
            ...(section === ''
              ? []
              : [{ type: 'section' as const, key: `section ${name} / ${section}`, name: section }]),
            ...inside
              .sort((a, b) => compare(a.title, b.title))
              .map((article) => ({ type: 'article' as const, key: article.key, article })),
          ]),
      ])
  )
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** The article after or before one, past headings; null where there is none. */
export function stepArticle(rows: readonly ListRow[], key: string | null, by: 1 | -1): ArticleRow | null {
  const articles = rows.flatMap((row) => (row.type === 'article' ? [row.article] : []))
  const index = articles.findIndex((article) => article.key === key)
  if (index === -1) return articles[0] ?? null
  return articles[index + by] ?? null
}

/** Names in use, by name, for fields that offer them. */
export function namesInUse(
  articles: readonly ArticleRow[],
  field: 'category' | 'section',
  locale: string,
): readonly string[] {
  const compare = createCompare(locale)
  return [...new Set(articles.map((article) => article[field]).filter((name) => name !== ''))].sort(compare)
}
