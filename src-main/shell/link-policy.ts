/** Which links leave the program, to be opened by the system. What people write is full of links to anything. */
import { hasCredentials, parseUrl } from './app-origin.ts'

const maxLength = 2_000

/** The address to hand to the system, normalised; null where it must not be opened. */
export function externalLink(url: string): string | null {
  if (url.length > maxLength) return null
  const parsed = parseUrl(url)
  if (!parsed) return null
  switch (parsed.protocol) {
    case 'https:':
    case 'http:':
      // "https://bank.example@evil.example" is there to deceive.
      return isPlainHost(parsed.hostname) && !hasCredentials(parsed) ? plain(parsed.href) : null
    case 'mailto:':
      return parsed.host === '' && !hasCredentials(parsed) ? mailLink(parsed) : null
    default:
      return null
  }
}

/** Recipients, subject and text only: some mail programs attach files that a link names. */
function mailLink(url: URL): string | null {
  const safe = ['subject', 'body', 'cc', 'bcc']
  const allowed = [...url.searchParams.keys()].every((key) => safe.includes(key.toLowerCase()))
  return allowed ? plain(url.href) : null
}

/** A URL may hold quotes and dollars in its host, and what opens it for the system is a shell script on many. */
function isPlainHost(host: string): boolean {
  return /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/u.test(host)
}

function plain(href: string): string | null {
  return /[\s\p{Cc}"<>\\^`]/u.test(href) ? null : href
}
