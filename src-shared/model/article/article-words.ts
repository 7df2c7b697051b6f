/** The words of articles that the contract and the window need as values. Loads no Yjs. */

/** `archived` articles are in no list and no search until somebody takes them out again. Older programs read it as a draft. */
export const articleStates = ['draft', 'published', 'archived'] as const
export type ArticleState = (typeof articleStates)[number]

export const articleLanguages = ['de', 'en'] as const
export type ArticleLanguage = (typeof articleLanguages)[number]
