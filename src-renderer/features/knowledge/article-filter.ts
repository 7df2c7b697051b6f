/** How the list of articles is narrowed; kept while the window lives. */
import { create } from 'zustand'

export type LanguageFilter = 'all' | 'de' | 'en'

interface ArticleFilter {
  readonly text: string
  readonly language: LanguageFilter
}

export const useArticleFilter = create<ArticleFilter>(() => ({ text: '', language: 'all' }))

export function setArticleFilter(change: Partial<ArticleFilter>): void {
  useArticleFilter.setState(change)
}
