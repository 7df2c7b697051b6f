/**
 * Sentences in a source that speak to a language model instead of a person: "ignore previous instructions". They are text
 * like any other, but nothing may rest on them. This finds the known forms and no more; what protects is that a model's
 * words are never acted upon (see docs/knowledge.md).
 */
import { splitUnits } from './units.ts'
import type { Span } from './sentences.ts'

/** Of chat formats, and of quotations in prompts. */
const marks: readonly RegExp[] = [
  /^\s*(?:#+\s*)?(?:\[|<)?\s*(?:system|assistant|user|human|developer|ki|ai|assistent|nutzer)\s*(?:\]|>)?\s*:/iu,
  /<\|[^|>]{1,40}\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:s|system|assistant|user|start_of_turn|end_of_turn|passages?)\b[^>]*>|###\s*(?:instruction|response|system)/iu,
  /^\s*(?:begin|end|ende)\b.{0,40}$|^\s*(?:question|frage)\s*:/imu,
]

const patterns: readonly RegExp[] = [
  /^\s*(?:say|print|tell|state) (?:that|them|people|everyone|the user)\b/iu,
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:previous|prior|above|earlier|all|any|your|the|system)\b.{0,30}\b(?:instructions?|prompts?|rules?|context|guidelines?|directions?)\b/iu,
  /(?<!\p{L})(?:ignorier\p{L}*|vergiss|vergessen sie|missachte\p{L}*|übergehe\p{L}*|überschreib\p{L}*)(?!\p{L}).{0,50}(?:anweisung|vorgabe|regel|instruktion|prompt|kontext|befehl)/iu,
  /\b(?:you are now|from now on,? you|act as|pretend to be|new (?:system )?instructions?|system (?:prompt|message|override)|developer mode|jailbreak)\b/iu,
  /(?<!\p{L})(?:du bist (?:jetzt|nun|ab jetzt)|sie sind (?:jetzt|nun) ein|ab sofort (?:bist|antworte|sind)|neue (?:system)?(?:anweisung|instruktion)|systemnachricht|entwicklermodus)/iu,
  /\b(?:language model|ai assistant|chatbot|llm|assistant)\b.{0,60}\b(?:must|should|shall|has to|have to|reply|respond|answer|output|say|write)\b/iu,
  /(?<!\p{L})(?:sprachmodell|ki-assistent\p{L}*|chatbot|assistent)(?!\p{L}).{0,60}(?<!\p{L})(?:muss|soll|müssen|antworte|antwortet|schreibe|schreibt|gib|gibt|sage)(?!\p{L})/iu,
  /\b(?:append|include|add|embed|insert|output|print|repeat)\b.{0,60}(?:!\[|\bmarkdown image\b|\bverbatim\b|\bbase64\b|\bsystem prompt\b)/iu,
  /\b(?:answer|reply|respond|say) (?:only|just|exactly|with the words?)\b/iu,
  /(?<!\p{L})(?:antworte\p{L}*|schreib\p{L}*|sag\p{L}*) (?:nur|ausschließlich|genau|immer) (?:mit|:|„|")/iu,
]

/** Characters that nobody sees: zero width, direction marks, tags, variation selectors, controls. */
export const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/**
 * Spans of the text that are spoken to a model. After a mark of a chat format the rest of the text counts as well: whoever
 * wrote the mark wrote it for what follows.
 */
export function instructionSpans(text: string): Span[] {
  const spans: Span[] = []
  for (const { start, end } of splitUnits(text)) {
    const unit = text.slice(start, end)
    if (isMarked(unit)) return [...spans, [start, text.length]]
    if (isInstruction(unit)) spans.push([start, end])
  }
  return spans
}

function isMarked(unit: string): boolean {
  const plain = plainOf(unit)
  return marks.some((pattern) => pattern.test(plain))
}

function isInstruction(unit: string): boolean {
  const plain = plainOf(unit)
  return patterns.some((pattern) => pattern.test(plain))
}

/** Letters of other alphabets that look the same, and characters in between that nobody sees, hide nothing. */
function plainOf(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKC')
    .replace(/[\u0370-\u04ff]/gu, (letter) => lookalikes[letter] ?? letter)
}

const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  ο: 'o',
  α: 'a',
  ι: 'i',
  ν: 'v',
  Ι: 'I',
  А: 'A',
  Е: 'E',
  О: 'O',
  С: 'C',
}
