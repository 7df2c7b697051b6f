/** What the search reader does beside queries: work for questions, which no window may ask for directly. */
import { isAnswerable } from '../retrieval/evidence.ts'
import type { Retrieved, Retriever } from '../retrieval/retriever.ts'
import type { ReadableDb } from '../../store/db.ts'
import type { StaticModel } from '../embedding/static-model.ts'
import { assertCited, gatherAnswer, type Gathered, type GatherInput } from './gather.ts'
import { toPassage } from './place.ts'
import { checkSupport, type Support, type SupportPassage } from './support.ts'

export type ReaderJob =
  | { readonly type: 'gather'; readonly input: GatherInput }
  | { readonly type: 'support'; readonly sentence: string; readonly cited: readonly SupportPassage[] }

export interface JobTools {
  readonly db: ReadableDb
  readonly retriever: Retriever
  readonly model: StaticModel | null
}

export function runReaderJob({ db, retriever, model }: JobTools, job: ReaderJob): Gathered | Support {
  switch (job.type) {
    case 'gather': {
      const tools = {
        retriever,
        model,
        isAnswerable: (text: string, found: readonly Retrieved[]) => isAnswerable(text, found).answerable,
        toPassage: (found: Retrieved) => toPassage(db, found),
      }
      const gathered = db.snapshot(() => gatherAnswer(tools, job.input))
      assertCited(gathered.parts, gathered.passages)
      return gathered
    }
    case 'support':
      return checkSupport(job.sentence, job.cited, model && ((text) => model.embed(text)))
  }
}
