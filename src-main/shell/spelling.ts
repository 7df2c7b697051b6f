/**
 * The spell checker: Chromium's own, with dictionaries that come with the program. Chromium would fetch them from a server
 * of Google's; here they lie in its folder before it looks, and where it would fetch them from is nowhere. macOS has a
 * checker of its own.
 *
 * It begins after the first window has drawn, and a window reads a dictionary when something is first written in it.
 */
import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Session } from 'electron'
import type { Log } from '#shared/base/log.ts'
import type { Preferences, SpellLanguage } from '#shared/contract/preferences.ts'
import type { Language } from './translate.ts'

export interface Spelling {
  /** Call after the first window has drawn, and when preferences or language changed. */
  apply(): Promise<void>
}

interface SpellingDeps {
  readonly session: Session
  readonly preferences: () => Pick<Preferences, 'spellCheck' | 'spellLanguages'>
  /** Its suggestions come first. */
  readonly language: () => Language
  readonly platform: NodeJS.Platform
  /** The dictionaries of the program. */
  readonly source: string
  /** Chromium's `userData`, in which it looks for them. */
  readonly userData: string
  readonly log: Log
}

/** By Chromium's name for the language: our file, and the name that this Chromium looks for (spellcheck_common.cc). */
const files: { readonly [L in SpellLanguage]: { readonly ours: string; readonly wanted: string } } = {
  de: { ours: 'de-DE.bdic', wanted: 'de-DE-3-0.bdic' },
  'en-GB': { ours: 'en-GB.bdic', wanted: 'en-GB-10-1.bdic' },
  'en-US': { ours: 'en-US.bdic', wanted: 'en-US-10-1.bdic' },
}

/** No scheme that anything answers: should Chromium not find a file, it finds nothing there either. */
const nowhere = 'outpost-nowhere://dictionaries/'

/** Before the first window: nothing is checked yet, and nothing is fetched, ever. */
export function createSpelling(deps: SpellingDeps): Spelling {
  const { session, platform, log } = deps
  const hasOwnChecker = platform === 'darwin'
  if (!hasOwnChecker) {
    session.setSpellCheckerDictionaryDownloadURL(nowhere)
    session.setSpellCheckerLanguages([])
    session.on('spellcheck-dictionary-download-begin', (_event, language) =>
      log.error('spelling.not-found', { language }),
    )
  }
  session.setSpellCheckerEnabled(false)

  return {
    async apply() {
      const { spellCheck, spellLanguages } = deps.preferences()
      if (!hasOwnChecker) {
        const wanted = spellCheck ? inOrder(spellLanguages, deps.language()) : []
        const found = await Promise.all(wanted.map((language) => provide(language, deps)))
        session.setSpellCheckerLanguages(wanted.filter((_language, index) => found[index]))
      }
      session.setSpellCheckerEnabled(spellCheck)
    },
  }
}

/** False where the dictionary cannot be there; text in that language is then not checked. */
async function provide(language: SpellLanguage, { source, userData, log }: SpellingDeps): Promise<boolean> {
  const { ours, wanted } = files[language]
  const from = path.join(source, ours)
  const folder = path.join(userData, 'Dictionaries')
  const to = path.join(folder, wanted)
  try {
    const [original, copy] = await Promise.all([stat(from), stat(to).catch(() => null)])
    // Chromium deletes what it cannot read; one of another size is of another version of ours.
    if (copy?.size === original.size) return true
    await mkdir(folder, { recursive: true })
    await copyFile(from, `${to}.part`)
    await rename(`${to}.part`, to)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    log.error('spelling.not-copied', { language, code })
    return false
  }
}

/** The suggestions of the first come first. */
function inOrder(languages: readonly SpellLanguage[], shown: Language): readonly SpellLanguage[] {
  return [...languages].sort((a, b) => Number(b.startsWith(shown)) - Number(a.startsWith(shown)))
}
