/**
 * node scripts/make-emoji-names.ts: the names of all emojis in English and German, out of emojibase-data, which has them from
 * the Unicode CLDR. One line each: the emoji, its English name, its German one. Run again when the package is renewed; the
 * file is kept in the repository, and a test says when it is not what this makes.
 */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from './lib/project.mjs'

export const emojiNamesFile = path.join(
  projectRoot,
  'src-renderer/features/chat/composer/emoji-names/names.tsv',
)

const entries = z.array(
  z.object({
    emoji: z.string(),
    hexcode: z.string(),
    label: z.string(),
    group: z.int().optional(),
    version: z.number(),
  }),
)
/** Colours of skin and hair, which are no emojis by themselves; the letters of flags have no group. */
const components = 2
/** What is newer, systems of today cannot draw. */
const newest = 15

function read(language: string): z.output<typeof entries> {
  const file = createRequire(import.meta.url).resolve(`emojibase-data/${language}/data.json`)
  return entries.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
}

/** As keyboards type it: the sign that asks for colours only where the system would draw it without. */
function usual(emoji: string): string {
  return emoji.replace(/^(\p{Emoji_Presentation})\uFE0F$/u, '$1')
}

export function makeEmojiNames(): string {
  const german = new Map(read('de').map(({ hexcode, label }) => [hexcode, label]))
  return read('en')
    .filter(({ group, version }) => group !== undefined && group !== components && version <= newest)
    .map(({ emoji, hexcode, label }) => `${usual(emoji)}\t${label}\t${german.get(hexcode) ?? label}\n`)
    .join('')
}

if (import.meta.main) fs.writeFileSync(emojiNamesFile, makeEmojiNames())
