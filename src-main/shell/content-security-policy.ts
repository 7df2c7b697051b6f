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
  'worker-src': [self],
  'object-src': [none],
  'base-uri': [none],
  'form-action': [none],
  'frame-src': [none],
  'frame-ancestors': [none],
}

export const contentSecurityPolicy = serialize(strict)

/** For the bundler's server: it puts scripts and styles into the page and talks over a socket. Never shipped. */
export function developmentPolicy(devServer: URL): string {
  return serialize({
    ...strict,
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
