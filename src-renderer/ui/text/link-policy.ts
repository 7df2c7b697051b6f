/** Which links in people's texts may be followed. Everything else is drawn as plain words. */
const allowedProtocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'outpost:'])

/** The link as the browser would follow it, or undefined if it may not be one. Relative links lead nowhere here. */
export function allowedLink(href: string | undefined): string | undefined {
  if (href === undefined || href.length > 2048) return undefined
  try {
    const url = new URL(href)
    if (!allowedProtocols.has(url.protocol)) return undefined
    // "https://bank.example@evil.example" reads as another host than it is
    if (url.username !== '' || url.password !== '') return undefined
    return url.href
  } catch {
    return undefined
  }
}

/** True if the text has nothing that Markdown would change, so that it can be drawn as it is. */
export function isPlainText(text: string): boolean {
  return !/[*_`~[\]<>#|\\&]|https?:|www\.|@|^\s*(?:[-+=]|\d+[.)])|^(?: {4}|\t)|\n\s*\n/m.test(text)
}
