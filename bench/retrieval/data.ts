/** The evaluation set: passages and questions in the text files beside this. */
import fs from 'node:fs'
import path from 'node:path'

export interface EvalPassage {
  readonly id: string
  readonly language: 'de' | 'en'
  readonly title: string
  readonly text: string
}

/** cross: asked in the other language than the answer's; none: nothing in the set answers it. */
export type QuestionKind = 'de-de' | 'en-en' | 'cross' | 'typo' | 'identifier' | 'none'

export interface EvalQuestion {
  readonly kind: QuestionKind
  readonly language: 'de' | 'en'
  readonly text: string
  /** Grade by passage id: 2 answers it, 1 helps. Empty for `none`. */
  readonly relevant: ReadonlyMap<string, number>
  /** What is tuned is tuned on these; figures are reported on the others. */
  readonly isDev: boolean
}

export const evalPassages: readonly EvalPassage[] = rows('passages').map(
  ([id = '', language, title = '', text = '']) => ({
    id,
    language: language === 'en' ? 'en' : 'de',
    title,
    text,
  }),
)

export const evalQuestions: readonly EvalQuestion[] = rows('questions').map(
  ([kind, language, text = '', relevant = ''], i) => ({
    kind: kind as QuestionKind,
    language: language === 'en' ? 'en' : 'de',
    text,
    relevant: new Map(
      relevant
        .split(',')
        .filter((entry) => entry !== '')
        .map((entry) => {
          const [id = '', grade = '2'] = entry.split(':')
          return [id, Number(grade)]
        }),
    ),
    isDev: i % 2 === 0,
  }),
)

function rows(name: string): string[][] {
  const folder = import.meta.dirname
  return fs
    .readdirSync(folder)
    .filter((file) => file.startsWith(name) && file.endsWith('.txt'))
    .sort()
    .flatMap((file) => fs.readFileSync(path.join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|'))
}
