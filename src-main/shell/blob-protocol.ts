/**
 * Serves pictures of the open workspace to its window: `outpost-blob://blob/{sha256}`, and nothing else. The type is the
 * one found in the content and one of those that are only pixels, so that what a stranger sent is never run as a page.
 */
import { readFile } from 'node:fs/promises'
import type { Session } from 'electron'
import { isBlobId, type BlobId } from '#shared/base/blob-id.ts'
import { pictureSize } from '#shared/base/picture-size.ts'
import type { BlobFile } from '#shared/contract/host.ts'
import type { Log } from '#shared/base/log.ts'
import { hasCredentials, parseUrl } from './app-origin.ts'
import { errorCode } from './json-file.ts'

export const blobScheme = 'outpost-blob'
const blobHost = 'blob'
/** Larger ones are shown as a file: drawing them would cost more memory than a thumbnail is worth. */
const maxPictureBytes = 32 * 1024 * 1024
/** The same for what is unpacked: some kilobytes can be gigabytes of pixels. Some 300 MB. */
const maxPicturePixels = 80_000_000

const headers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  // The window's own scheme is another one.
  'cross-origin-resource-policy': 'cross-origin',
  // The same address means another thing, or nothing, in another workspace.
  'cache-control': 'no-store',
}

export function serveBlobScheme(
  session: Session,
  find: (id: BlobId) => Promise<BlobFile | null>,
  log: Log,
): void {
  session.protocol.handle(blobScheme, async ({ method, url }) => {
    const id = method === 'GET' ? blobOfUrl(url) : null
    const file = id && (await find(id))
    if (!file?.isPicture || file.size > maxPictureBytes) return new Response(null, { status: 404, headers })
    try {
      const bytes = await readFile(file.path)
      const pixels = pictureSize(bytes)
      if (pixels === null || pixels.width * pixels.height > maxPicturePixels)
        return new Response(null, { status: 404, headers })
      const body = new Uint8Array(bytes)
      return new Response(body, { status: 200, headers: { ...headers, 'content-type': file.type } })
    } catch (error) {
      log.warn('blob-protocol.missing', { code: errorCode(error) })
      return new Response(null, { status: 404, headers })
    }
  })
}

/** Null for any address that is not exactly a blob's. */
export function blobOfUrl(url: string): BlobId | null {
  const parsed = parseUrl(url)
  if (parsed?.protocol !== `${blobScheme}:` || parsed.host !== blobHost || hasCredentials(parsed)) return null
  const id = parsed.pathname.slice(1)
  return isBlobId(id) && parsed.search === '' ? id : null
}
