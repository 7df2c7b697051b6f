/** Routes out of `serverApi`: parse, identify, answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { err, type Result } from '#shared/base/result.ts'
import { serverApi, type ServerCall } from '#shared/contract/server-api.ts'
import type { AccessService } from '../access/access-service.ts'
import { refuse, type Refusal } from '../access/refusal.ts'
import { createOpenHandlers, createSignedInHandlers, type HandlerDeps } from './api-handlers.ts'
import { identify } from './bearer.ts'
import { answerRefusal } from './refusals.ts'

export interface ApiDeps extends HandlerDeps {
  readonly access: AccessService
  readonly isDraining: () => boolean
}

/** The handler is typed by its call; here, where all are alike, its input is whatever the call's schema made. */
type AnyHandler = (...given: unknown[]) => Result<unknown, Refusal> | Promise<Result<unknown, Refusal>>

export function addApiRoutes(app: FastifyInstance, deps: ApiDeps): void {
  const open = createOpenHandlers(deps) as unknown as Partial<Record<ServerCall, AnyHandler>>
  const signedIn = createSignedInHandlers(deps) as unknown as Partial<Record<ServerCall, AnyHandler>>

  const answer = async (call: ServerCall, request: FastifyRequest): Promise<Result<unknown, Refusal>> => {
    if (deps.isDraining()) return refuse('draining')
    const openHandler = open[call]
    // Before the input is looked at: a stranger learns nothing about what a call takes.
    const identity = openHandler ? null : identify(deps.access, request)
    if (!openHandler && !identity) return refuse('signed-out')
    const input = serverApi[call].input.safeParse(inputOf(request))
    if (!input.success) return err({ type: 'invalid-input' })
    if (openHandler) return openHandler(input.data, request.ip)
    return signedIn[call]?.(identity, input.data, request.ip) ?? refuse('not-found')
  }

  for (const [call, { method, path }] of Object.entries(serverApi) as [
    ServerCall,
    { method: string; path: string },
  ][]) {
    app.route({
      method,
      url: path,
      config: { call },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const result = await answer(call, request)
        return result.ok ? reply.send(result.value) : answerRefusal(reply, result.error)
      },
    })
  }
}

/** The body's fields and those of the path, which come second: a body does not say whom a path means. */
function inputOf({ body, params }: FastifyRequest): unknown {
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) return body
  return { ...body, ...(params as object) }
}
