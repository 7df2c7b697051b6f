import { useMemo } from 'react'
import type { ArticleNode } from '#shared/model/article/article.ts'
import { outlineOf, type Outline } from './model/article-nodes.ts'

/** The headings of an article, made once for each version of its content. */
export function useOutline({ content }: { readonly content: readonly ArticleNode[] }): Outline {
  return useMemo(() => outlineOf(content), [content])
}
