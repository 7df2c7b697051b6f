/** Models beside those of the program, described in a file: for trying one out, and for tests. In development only. */
import fs from 'node:fs'
import { z } from 'zod'
import { catalogue, type CatalogueModel } from './catalogue.ts'

const modelSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  name: z.string().min(1),
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
  revision: z.string().regex(/^[\w.-]+$/),
  files: z
    .array(
      z.strictObject({
        // Below the model's folder, and nowhere else.
        path: z.string().regex(/^(?!.*\.\.)[\w.-]+(\/[\w.-]+)*$/),
        bytes: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
  recipe: z.strictObject({
    weights: z.string(),
    prefix: z.strictObject({ question: z.string(), passage: z.string() }),
    pooling: z.enum(['mean', 'first']),
    dimensions: z.int().positive(),
    maxTokens: z.int().positive(),
  }),
  languages: z.array(z.string()),
  licence: z.string(),
  isRecommended: z.boolean(),
})

/** Those of the program first. @returns null where the file is not there or says something else */
export function readCatalogue(file: string): readonly CatalogueModel[] | null {
  try {
    const more = z.array(modelSchema).parse(JSON.parse(fs.readFileSync(file, 'utf8')))
    return [...catalogue, ...more]
  } catch {
    return null
  }
}
