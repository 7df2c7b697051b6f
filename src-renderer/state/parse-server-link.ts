/**
 * What somebody pastes to get to a server: an invite (`outpost://join/{host}/{code}`), a set-up link
 * (`outpost://setup/{host}/{code}`), or just an address. Links break over lines and come with words around them in
 * mails and chats; that is forgiven. Anything else is null. `?http=1` marks a server without TLS.
 */
export type ServerLink =
  | { readonly type: 'join' | 'setup'; readonly address: string; readonly code: string }
  | { readonly type: 'address'; readonly address: string }

const wholeLink = /^outpost:\/\/(join|setup)\/([^/?#]+)\/([\w-]{1,200})\/?(\?[^#]*)?$/iu
const linkInText = /outpost:\/\/(?:join|setup)\/[^\s<>"'`]+/iu
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/u
const maxLength = 2_000

/** @returns addresses with their scheme and no path: `https://sync.example.org`, `http://localhost:8787` */
export function parseServerLink(text: string): ServerLink | null {
  if (text.length > maxLength) return null
  const whole = text.replace(/[\s<>"'`]/gu, '')
  if (whole === '') return null
  const within = linkInText.exec(text)?.[0].replace(/[.,;:!)\]]+$/u, '')
  return readLink(whole) ?? (within === undefined ? null : readLink(within)) ?? readAddress(text.trim())
}

/** How an address is shown: without what everybody takes for granted. */
export function shortAddress(address: string): string {
  return address.replace(/^https:\/\//u, '').replace(/\/$/u, '')
}

function readLink(text: string): ServerLink | null {
  const match = wholeLink.exec(text)
  if (!match) return null
  const [, kind = '', host = '', code = '', query = ''] = match
  const isPlain = new URLSearchParams(query).get('http') === '1'
  const address = isPlain ? originOf(`http://${host}`) : guessOrigin(host)
  return address === null ? null : { type: kind.toLowerCase() === 'join' ? 'join' : 'setup', address, code }
}

function readAddress(text: string): ServerLink | null {
  if (/\s/u.test(text)) return null
  const address = text.includes('://')
    ? /^https?:\/\//iu.test(text)
      ? originOf(text)
      : null
    : guessOrigin(text)
  return address === null ? null : { type: 'address', address }
}

/** TLS unless said otherwise, but for this very machine, where a server that was just started has none. */
function guessOrigin(host: string): string | null {
  const secure = originOf(`https://${host}`)
  return secure !== null && loopback.test(new URL(secure).hostname) ? originOf(`http://${host}`) : secure
}

/** Null for what has more than a host and a port: a name with a password, a path, a question. */
function originOf(text: string): string | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  const isBare = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  if (!isBare || url.pathname !== '/' || url.hostname === '') return null
  // One word is a name in the own network only with a port or as this machine; else it is a word.
  const isNamed = url.hostname.includes('.') || url.hostname.startsWith('[') || url.port !== ''
  return isNamed || loopback.test(url.hostname) ? url.origin : null
}
