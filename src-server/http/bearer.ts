import type { FastifyRequest } from 'fastify'
import type { Identity } from '../access/access-policy.ts'
import type { AccessService } from '../access/access-service.ts'

/** Who is behind the token in the request's `authorization` header; null where it is not good. */
export function identify(access: AccessService, { headers }: FastifyRequest): Identity | null {
  const token = /^Bearer ([\w-]{20,200})$/u.exec(headers.authorization ?? '')?.[1]
  return token === undefined ? null : access.identifyAndNote(token)
}
