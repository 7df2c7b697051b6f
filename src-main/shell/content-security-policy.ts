/** What the window's page may load and run: its own files and nothing else. */
import { blobScheme } from './blob-protocol.ts'

const none = "'none'"
const self = "'self'"

const strict: Readonly<Record<string, readonly string[]>> = {
  'default-src': [none],
  'script-src': [self],
  'style-src': [self],
  'img-src': [self, 'data:', 'blob:', `${blobScheme}:`],
  'font-src': [self],
  'connect-src': [self],
  'worker-src': [none],
  'media-src': [none],
  'manifest-src': [none],
  'object-src': [none],
  'base-uri': [none],
  'form-action': [none],
  'frame-src': [none],
  'frame-ancestors': [none],
  // No text becomes code or markup in a page. The one policy is that of the articles' editor, which parses what was pasted
  // in a document of its own and takes from it what its schema knows.
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['ProseMirrorClipboard'],
}

export const contentSecurityPolicy = serialize(strict)

/** For the bundler's server: it puts scripts and styles into the page and talks over a socket. Never shipped. */
export function developmentPolicy(devServer: URL): string {
  const { 'require-trusted-types-for': _, 'trusted-types': __, ...rest } = strict
  return serialize({
    ...rest,
    'script-src': [self, "'unsafe-inline'"],
    'style-src': [self, "'unsafe-inline'"],
    'connect-src': [self, `ws://${devServer.host}`],
  })
}

function serialize(policy: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}
