/**
 * Whether what was found answers the question, or is only the nearest there is. A logistic regression over what the
 * ranking knows; its weights and its threshold come from one half of the questions in bench/retrieval, and
 * `npm run bench -- search` says how often it errs on the other half.
 */
import { findIdentifiers } from '../lexical/identifiers.ts'
import type { Retrieved } from './retriever.ts'

export interface Answerability {
  readonly answerable: boolean
  /** That it is answered: from 0 to 1, and 0.5 where the decision falls. */
  readonly confidence: number
}

const weights = { score: 5.64, lead: 2.81, shortness: 2.95, missing: -3.24 } as const
const offset = -2.97

/** @param retrieved as it came for this question, best first; at least five if there are as many */
export function isAnswerable(question: string, retrieved: readonly Retrieved[]): Answerability {
  const features = readFeatures(question, retrieved)
  if (!features) return { answerable: false, confidence: 0 }
  let sum = offset
  for (const name of Object.keys(weights) as (keyof typeof weights)[]) sum += weights[name] * features[name]
  const confidence = 1 / (1 + Math.exp(-sum))
  return { answerable: confidence >= 0.5, confidence }
}

type Features = Readonly<Record<keyof typeof weights, number>>

/** Null where nothing was found. */
export function readFeatures(question: string, retrieved: readonly Retrieved[]): Features | null {
  const first = retrieved[0]
  if (!first) return null
  const { identifiers } = first.evidence
  const words = question.trim().split(/\s+/u).length
  return {
    // Without what a name or a code adds to it.
    score: identifiers === null ? first.score : first.score * 2 - identifiers,
    // How far it is before the fifth: an answer stands out, what is only near stands in a row.
    lead: first.score - (retrieved[4]?.score ?? 0),
    // Few words are easily said by a passage in full.
    shortness: 1 / words,
    // A part number or a code was asked for, and nobody ever wrote it.
    missing: findIdentifiers(question).length > 0 && (identifiers ?? 0) < 0.5 ? 1 : 0,
  }
}
