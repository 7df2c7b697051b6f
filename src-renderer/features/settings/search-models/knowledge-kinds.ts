import type { KnowledgeKind } from '#shared/contract/providers.ts'

/** The contract's list, written out: importing its values would load all its schemas into the window. */
export const knowledgeKinds = [
  'article',
  'ticket',
  'note',
  'message',
  'direct',
  'file',
] as const satisfies readonly KnowledgeKind[]
