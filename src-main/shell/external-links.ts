/**
 * Hands web and mail addresses to the system, after the person was asked. A page that was taken over could otherwise
 * carry what it read to anywhere, as part of an address, without a sound.
 */
import type { Log } from '#shared/base/log.ts'
import { parseUrl } from './app-origin.ts'
import { externalLink } from './link-policy.ts'

/** What a person is asked about. */
export interface LinkQuestion {
  /** As it would be handed over: normalised, its host in ASCII. */
  readonly address: string
  /** The host with its port; for mail the addresses. */
  readonly site: string
  readonly isMail: boolean
}

export interface LinkAnswer {
  readonly open: boolean
  /** No more questions for this site. Counts only where it was opened. */
  readonly always: boolean
}

export interface ExternalLinks<Asker> {
  /** At most one question at a time, whoever asks: what comes meanwhile is dropped. Never throws. */
  open(url: string, asker: Asker): void
}

interface ExternalLinksDeps<Asker> {
  readonly ask: (question: LinkQuestion, asker: Asker) => Promise<LinkAnswer>
  readonly openExternal: (address: string) => Promise<void>
  readonly log: Log
}

export function createExternalLinks<Asker>(deps: ExternalLinksDeps<Asker>): ExternalLinks<Asker> {
  const { ask, openExternal, log } = deps
  /** Until the program ends: what a person said in haste does not count for ever. */
  const trusted = new Set<string>()
  let isAsking = false

  const mayOpen = async (question: LinkQuestion, asker: Asker): Promise<boolean> => {
    if (!question.isMail && trusted.has(question.site)) return true
    if (isAsking) {
      log.warn('link.dropped')
      return false
    }
    isAsking = true
    try {
      const { open, always } = await ask(question, asker)
      if (open && always && !question.isMail) trusted.add(question.site)
      return open
    } finally {
      isAsking = false
    }
  }

  return {
    open(url, asker) {
      const address = externalLink(url)
      if (address === null) {
        log.warn('link.refused', { scheme: parseUrl(url)?.protocol.slice(0, 30) ?? 'none' })
        return
      }
      mayOpen(questionOf(address), asker)
        .then(
          (may) => (may ? openExternal(address) : undefined),
          // The window went away under its question: nobody agreed.
          () => log.warn('link.not-asked'),
        )
        .catch(() => log.warn('link.failed'))
    },
  }
}

function questionOf(address: string): LinkQuestion {
  const url = new URL(address)
  const isMail = url.protocol === 'mailto:'
  return { address, site: isMail ? decoded(url.pathname) : url.host, isMail }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
