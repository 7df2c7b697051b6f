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

/**
 * Not through `protocol.handle`: its answers are those of `fetch`, whose code Electron reads and runs for the first of
 * them, a tenth of the whole start (docs/performance.md).
 *
 * @param root the folder of the built window
 */
export function serveAppScheme(session: Session, root: string, log: Log): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above; where it ends, this no longer compiles
  session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    const refuse = (statusCode: number): void => answer({ statusCode, headers, data: Buffer.alloc(0) })
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuse(405)
      return
    }
    const asset = assetPath(root, request.url)
    if (!asset) {
      log.warn('app-protocol.refused')
      refuse(404)
      return
    }
    readFile(asset.file).then(
      (data) => answer({ statusCode: 200, headers: { ...headers, 'content-type': asset.mimeType }, data }),
      (error: unknown) => {
        log.warn('app-protocol.missing', { code: errorCode(error) })
        refuse(404)
      },
    )
  })
}
