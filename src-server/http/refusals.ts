/** Refusals as answers: `{error}` and the status that fits. */
import type { FastifyReply } from 'fastify'
import type { ServerErrorType } from '#shared/contract/server-api.ts'
import type { Refusal } from '../access/refusal.ts'

const statuses: Readonly<Record<ServerErrorType, number>> = {
  'invalid-input': 400,
  'wrong-password': 401,
  'signed-out': 401,
  'invite-invalid': 403,
  'setup-invalid': 403,
  'no-access': 403,
  'not-found': 404,
  'account-exists': 409,
  'last-owner': 409,
  'too-many-tries': 429,
  internal: 500,
  draining: 503,
  'disk-full': 507,
}

export function answerRefusal(
  reply: FastifyReply,
  { type, retryAfterMs }: Refusal,
  status = statuses[type],
): FastifyReply {
  if (retryAfterMs !== undefined) reply.header('retry-after', Math.max(1, Math.ceil(retryAfterMs / 1000)))
  return reply.code(status).send({ error: type })
}
