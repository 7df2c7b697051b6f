import type { askQueries } from '#shared/contract/ask.ts'
import type { providerQueries } from '#shared/contract/providers.ts'
import { listProviders, listRoutedSpaces, readWithheldKinds, toProviderRow } from '../ask/provider-rows.ts'
import { listQuestions, readQuestion } from '../ask/question-rows.ts'
import type { QueryHandlers } from './query.ts'

export const askQueryHandlers: QueryHandlers<keyof typeof askQueries | keyof typeof providerQueries> = {
  'ask.get': {
    dependsOn: ({ questionId }) => [`question:${questionId}`, 'question:all'],
    // One that is in flight the engine fills in.
    run: (db, { questionId }) => ({ meta: readQuestion(db, questionId), rows: [] }),
  },
  'ask.history': {
    dependsOn: () => ['questions'],
    run: (db, { text, limit }) => ({ meta: null, rows: listQuestions(db, text, limit) }),
  },
  'provider.list': {
    dependsOn: () => ['providers'],
    run: (db) => ({ meta: null, rows: listProviders(db).map(toProviderRow) }),
  },
  'routing.get': {
    dependsOn: () => ['routing', 'channels', 'queues'],
    run: (db) => ({ meta: { withheldKinds: readWithheldKinds(db) }, rows: listRoutedSpaces(db) }),
  },
}
