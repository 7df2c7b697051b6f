/** What the checks let pass, each with its reason. An exception that nothing needs any more is an error itself. */
import fs from 'node:fs'
import { z } from 'zod'

const schema = z.strictObject({
  /** language -> sentence that is the same as in English -> why */
  same: z.record(z.string(), z.record(z.string(), z.string().min(3))),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      language: z.string().optional(),
      /** `tickets:field.owner`, or `settings:words.*` for all that begin so */
      key: z.string(),
      reason: z.string().min(3),
    }),
  ),
})
export type Exceptions = z.output<typeof schema>
export type RuleException = Exceptions['rules'][number]

const glossarySchema = z.strictObject({
  terms: z.array(z.strictObject({ en: z.string(), de: z.string(), term: z.string() })),
  avoid: z.record(z.string(), z.array(z.strictObject({ word: z.string(), say: z.string() }))),
})
export type Glossary = z.output<typeof glossarySchema>

export function readExceptions(): Exceptions {
  return schema.parse(readJson('exceptions.json'))
}

export function readGlossary(): Glossary {
  return glossarySchema.parse(readJson('glossary.json'))
}

function readJson(name: string): unknown {
  return JSON.parse(fs.readFileSync(new URL(name, import.meta.url), 'utf8'))
}
