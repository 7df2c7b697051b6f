/** For whoever runs the server: is it alive, does it take requests, what has it counted. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hashSecret, isSecret } from '../access/secrets.ts'
import type { ServerMetrics } from '../metrics.ts'
import { isFromHere } from './address.ts'
import { answerRefusal } from './refusals.ts'

export interface OperationDeps {
  readonly metrics: ServerMetrics
  /** Lets others than this machine read the metrics. */
  readonly metricsToken: string | null
  readonly isDraining: () => boolean
  /** Asks the database something; throws where it does not answer. */
  readonly askDatabase: () => void
}

export function addOperationRoutes(app: FastifyInstance, deps: OperationDeps): void {
  app.get('/health', () => ({ status: 'ok' }))

  app.get('/ready', (_request, reply) => {
    if (deps.isDraining()) return answerRefusal(reply, { type: 'draining' })
    deps.askDatabase()
    return reply.send({ status: 'ready' })
  })

  app.get('/metrics', async (request, reply) => {
    if (!isFromHere(request.raw) && !hasToken(request, deps.metricsToken)) {
      return answerRefusal(reply, { type: 'not-found' })
    }
    return reply.type(deps.metrics.contentType).send(await deps.metrics.text())
  })
}

function hasToken({ headers }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (\S+)$/u.exec(headers.authorization ?? '')?.[1]
  return token !== null && given !== undefined && isSecret(given, hashSecret(token).toString('hex'))
}
