/**
 * A file of settings that somebody brings: what it would change, and what in it means nothing here. Nothing is changed by
 * reading it. Only what a person chooses is in such a file: no places, no windows, no secrets.
 */
import { z } from 'zod'
import { isOwnWord, maxOwnWords } from '#shared/base/own-word.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { portablePreferences, preferencesChange } from '#shared/contract/preferences.ts'
import type { SettingsFile, SettingsFileError } from '#shared/contract/settings-file.ts'

/** More characters are no settings file of ours. */
export const maxSettingsFile = 1_000_000
const maxNames = 50

const envelope = z.object({
  format: z.literal('outpost-settings'),
  version: z.int().min(1),
  preferences: z.record(z.string(), z.unknown()),
  words: z.unknown().optional(),
})

export function readSettingsFile(text: string): Result<SettingsFile, SettingsFileError> {
  if (text.length > maxSettingsFile) return err('too-large')
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return err('not-settings')
  }
  const parsed = envelope.safeParse(value)
  if (!parsed.success) return err('not-settings')
  if (parsed.data.version > 1) return err('newer')
  const change: Record<string, unknown> = {}
  const unknown: string[] = []
  const wrong: string[] = []
  for (const [name, given] of Object.entries(parsed.data.preferences)) {
    const known = portablePreferences.find((each) => each === name)
    if (known === undefined) {
      unknown.push(shown(name))
      continue
    }
    const one = preferencesChange.shape[known].safeParse(given)
    if (one.success && given !== undefined) change[known] = one.data
    else wrong.push(known)
  }
  const words = readWords(parsed.data.words)
  if (words === null) wrong.push('words')
  return ok({
    change,
    words: words ?? [],
    unknown: unknown.slice(0, maxNames),
    wrong: wrong.slice(0, maxNames),
  })
}

/** Null where some are no words or there are too many: half a dictionary would be taken for a whole one. */
function readWords(value: unknown): readonly string[] | null {
  if (value === undefined) return []
  const parsed = z.array(z.string().refine(isOwnWord)).max(maxOwnWords).safeParse(value)
  return parsed.success ? [...new Set(parsed.data)] : null
}

/** A name out of a file, to be shown in a list. */
function shown(name: string): string {
  return name.replace(/\p{C}/gu, ' ').slice(0, 60).toWellFormed()
}
