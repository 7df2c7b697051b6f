/** What is open in the area beside its route: the editor, dialogs, the pane with another language. */
import { create } from 'zustand'
import type { ArticleId } from '#shared/base/ids.ts'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { forgetWithWorkspace } from '../../state/workspaces.ts'

interface KnowledgeState {
  /** The article that is being written. */
  readonly editing: ArticleId | null
  /** The dialog for a new article; with an article, for its translation. */
  readonly create: 'new' | ArticleDetail | null
  readonly properties: ArticleId | null
  readonly versions: ArticleId | null
  readonly linkTicket: ArticleId | null
  /** Shown beside the open article: the same one in another language. */
  readonly beside: ArticleId | null
}

export const useKnowledge = create<KnowledgeState>(() => ({
  editing: null,
  create: null,
  properties: null,
  versions: null,
  linkTicket: null,
  beside: null,
}))
forgetWithWorkspace(useKnowledge)

export function setKnowledge(change: Partial<KnowledgeState>): void {
  useKnowledge.setState(change)
}
