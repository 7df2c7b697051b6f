import { describe, expect, it } from 'vitest'
import type { CallError } from '#shared/contract/errors.ts'
import { serverErrors } from '#shared/contract/server-api.ts'
import { createI18n } from '../i18n/i18n.ts'
import { errorSentence } from './error-sentence.ts'

const errors: readonly CallError[] = [
  { type: 'invalid-input', issues: [] },
  { type: 'unknown-call', name: 'x' },
  { type: 'unsupported-version', version: 2 },
  { type: 'no-workspace' },
  { type: 'workspace-exists' },
  ...(
    ['channel', 'queue', 'ticket', 'message', 'article', 'person', 'file', 'provider', 'question'] as const
  ).map((what): CallError => ({
    type: 'not-found',
    what,
  })),
  { type: 'already-exists', what: 'ticket' },
  { type: 'no-access' },
  { type: 'not-author' },
  { type: 'disk-full' },
  { type: 'read-only' },
  { type: 'store-failed', code: 'SQLITE_IOERR' },
  { type: 'engine-unavailable' },
  { type: 'timeout' },
  { type: 'cancelled' },
  { type: 'internal' },
  { type: 'no-server' },
  { type: 'invalid-address' },
  { type: 'insecure-address' },
  { type: 'unreachable' },
  { type: 'not-a-server' },
  { type: 'upgrade', which: 'program' },
  { type: 'upgrade', which: 'server' },
  { type: 'other-workspace' },
  ...serverErrors.map((error): CallError => ({ type: 'server', error })),
]

describe.each(['en', 'de'] as const)('errors in %s', (language) => {
  const i18n = createI18n({ language })
  it.each(errors.map((error) => [JSON.stringify(error), error] as const))(
    '%s is a sentence, without codes',
    (_name, error) => {
      const sentence = errorSentence(error, i18n)
      expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
      expect(sentence).not.toMatch(/errors:|call\.|SQLITE|\{\{/)
    },
  )
})
