/**
 * Turns an address of our own scheme into a file of the built window, and never into any other file.
 */
import path from 'node:path'
import { appHost, appScheme, hasCredentials, parseUrl } from './app-origin.ts'

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
}

export interface Asset {
  readonly file: string
  readonly mimeType: string
}

/** The file for a URL; null where there is none to be had: wrong host, a way out of the folder, an unknown type. */
export function assetPath(root: string, url: string): Asset | null {
  const parsed = parseUrl(url)
  if (parsed?.protocol !== `${appScheme}:` || parsed.host !== appHost || hasCredentials(parsed)) return null
  const relative = decodePath(parsed.pathname)
  if (relative === null) return null
  const file = path.resolve(root, relative === '' ? 'index.html' : relative)
  if (!file.startsWith(path.resolve(root) + path.sep)) return null
  const mimeType = mimeTypes[path.extname(file).toLowerCase()]
  return mimeType === undefined ? null : { file, mimeType }
}

/** The decoded path without its leading slash; null where it holds what no name of our files holds. */
function decodePath(pathname: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const relative = decoded.replace(/^\//, '')
  // Backslashes and colons mean something on Windows (separators, drives, streams), "%" a second layer of encoding.
  const isForeign = /[\\:%]/.test(relative) || hasControls(relative)
  return isForeign || relative.split('/').some((part) => part === '..' || part === '.') ? null : relative
}

/** As /\p{Cc}/u, which takes more time to compile than all files of the window to find. */
function hasControls(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true
  }
  return false
}
