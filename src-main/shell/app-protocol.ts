/**
 * Serves the built window under a scheme of its own, so that it has a real origin, a real CSP and no `file:` rights.
 */
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import type { Log } from '#shared/base/log.ts'
import { appScheme } from './app-origin.ts'
import { assetPath } from './asset-path.ts'
import { blobScheme } from './blob-protocol.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { errorCode } from './json-file.ts'

/** Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
    // Pictures only: no fetch, no storage, no page.
    { scheme: blobScheme, privileges: { standard: true, secure: true } },
  ])
}

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
}

/** @param root the folder of the built window */
export function serveAppScheme(session: Session, root: string, log: Log): void {
  session.protocol.handle(appScheme, async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers })
    const asset = assetPath(root, request.url)
    if (!asset) {
      log.warn('app-protocol.refused')
      return new Response(null, { status: 404, headers })
    }
    try {
      const body = new Uint8Array(await readFile(asset.file))
      return new Response(body, { status: 200, headers: { ...headers, 'content-type': asset.mimeType } })
    } catch (error) {
      log.warn('app-protocol.missing', { code: errorCode(error) })
      return new Response(null, { status: 404, headers })
    }
  })
}
