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
      return parsed.hostname === '' || hasCredentials(parsed) ? null : parsed.href
    case 'mailto:':
      return mailLink(parsed)
    default:
      return null
  }
}

/** Recipients, subject and text only: some mail programs attach files that a link names. */
function mailLink(url: URL): string | null {
  const safe = ['subject', 'body', 'cc', 'bcc']
  const allowed = [...url.searchParams.keys()].every((key) => safe.includes(key.toLowerCase()))
  return allowed ? url.href : null
}
