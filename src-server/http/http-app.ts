/**
 * The HTTP side of the server: Fastify with small bodies, no CORS and nothing in the log but which call, which status
 * and how long. The gateway hangs its WebSockets on the same server.
 */
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { Log } from '#shared/base/log.ts'
import { StoreFull } from '../feed/sync-store.ts'
import { errorFields } from '../log.ts'
import { addApiRoutes, type ApiDeps } from './api-routes.ts'
import { addBlobRoutes, type BlobRouteDeps, type BlobRoutes } from './blob-routes.ts'
import { addOperationRoutes, type OperationDeps } from './operation-routes.ts'
import { answerRefusal } from './refusals.ts'

// Imported as modules they load all that hangs on them, fetch and WebSocket too: 9 MiB that nobody here uses.
const http = process.getBuiltinModule('node:http')
const https = process.getBuiltinModule('node:https')

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The call of the HTTP interface that a route answers. */
    call?: string
  }
}

export interface HttpDeps extends ApiDeps, BlobRouteDeps, OperationDeps {
  readonly log: Log
  readonly tls: { readonly cert: string; readonly key: string } | null
  /** Believe what a proxy on this machine or in the private network says about where a request comes from. */
  readonly isBehindProxy: boolean
}

const bodyLimitBytes = 64 * 1024
const headerLimitBytes = 16 * 1024
const timeouts = { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 }

export interface HttpApp {
  readonly app: FastifyInstance
  readonly transfers: BlobRoutes
}

export function createHttpApp(deps: HttpDeps): HttpApp {
  const { tls, isBehindProxy } = deps
  const app = fastify({
    bodyLimit: bodyLimitBytes,
    trustProxy: isBehindProxy ? ['loopback', 'linklocal', 'uniquelocal'] : false,
    exposeHeadRoutes: false,
    requestIdHeader: false,
    serverFactory(handler) {
      const options = { maxHeaderSize: headerLimitBytes, ...timeouts }
      return tls ? https.createServer({ ...options, ...tls }, handler) : http.createServer(options, handler)
    },
  })
  acceptOnlyJson(app)
  addSecurityHeaders(app, tls !== null)
  addLog(app, deps)
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    if (error instanceof StoreFull) return answerRefusal(reply, { type: 'disk-full' })
    const status = error.statusCode ?? 500
    if (status < 500) return answerRefusal(reply, { type: 'invalid-input' }, status)
    deps.log.error('request-failed', errorFields(error))
    return answerRefusal(reply, { type: 'internal' })
  })
  app.setNotFoundHandler((_request, reply) => answerRefusal(reply, { type: 'not-found' }))
  addOperationRoutes(app, deps)
  addApiRoutes(app, deps)
  return { app, transfers: addBlobRoutes(app, deps) }
}

/** A page of another origin can send text and forms unasked, but not JSON. An empty body is an empty object. */
function acceptOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, {})
    else void parse(request, body.toString(), done)
  })
}

function addSecurityHeaders(app: FastifyInstance, isTls: boolean): void {
  const headers = {
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(isTls ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  app.addHook('onRequest', async (_request, reply) => void reply.headers(headers))
}

/** The route, not the address: that may hold ids, and its query anything. */
function addLog(app: FastifyInstance, { log, metrics }: HttpDeps): void {
  app.addHook('onResponse', async (request, reply) => {
    const call = request.routeOptions.config.call ?? request.routeOptions.url ?? 'none'
    metrics.requests.inc({ call, status: reply.statusCode })
    const level = request.routeOptions.config.call === undefined ? 'debug' : 'info'
    log[level]('request', {
      call,
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}
