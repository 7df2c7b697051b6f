/** Which words of a text are words of the question: to be marked, so that a person sees why it was found. */
import { foldWord, wordPattern } from '../fold.ts'
import type { Question } from '../lexical/question.ts'
import { stemsOf } from '../lexical/stems.ts'

type Range = readonly [start: number, end: number]

const maxMarks = 200

/** [start, end) in UTF-16 code units of `text`, in order, none over another. */
export function findQuestionWords(text: string, question: Question): Range[] {
  const phrases = question.words.flatMap((word) =>
    word.alternatives.filter(({ kind }) => kind !== 'part').map(({ phrase }) => phrase),
  )
  const words = [...text.matchAll(wordPattern)].map((match) => {
    const word = foldWord(match[0])
    return { forms: [word, ...stemsOf(word, null)], start: match.index, end: match.index + match[0].length }
  })
  const marks: Range[] = []
  for (let at = 0; at < words.length && marks.length < maxMarks; at++) {
    const lengths = phrases
      .filter((phrase) => phrase.every((part, i) => words[at + i]?.forms.includes(part)))
      .map((phrase) => phrase.length)
    const last = Math.max(0, ...lengths)
    const start = words[at]?.start
    const end = words[at + last - 1]?.end
    if (last === 0 || start === undefined || end === undefined) continue
    marks.push([start, end])
    at += last - 1
  }
  return marks
}
