/** How the list of articles is narrowed; kept while the window lives. */
import { create } from 'zustand'

export type LanguageFilter = 'all' | 'de' | 'en'
export const articleShows = ['all', 'published', 'draft', 'mine', 'archived'] as const
/** Which of them: all but those put away, one state, or those that I wrote. */
export type ArticleShow = (typeof articleShows)[number]

interface ArticleFilter {
  readonly text: string
  readonly language: LanguageFilter
  readonly show: ArticleShow
}

export const useArticleFilter = create<ArticleFilter>(() => ({ text: '', language: 'all', show: 'all' }))

export function setArticleFilter(change: Partial<ArticleFilter>): void {
  useArticleFilter.setState(change)
}
