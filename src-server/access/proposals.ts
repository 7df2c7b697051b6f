/**
 * Records that devices propose [P10]. What comes is hostile until it is parsed; what is published is written anew from
 * what was understood, so that nothing else travels along.
 */
import { z } from 'zod'
import { asId, type PersonId, type TicketId } from '#shared/base/ids.ts'
import { isUlid } from '#shared/base/ulid.ts'
import { limits, lineText, optionalLine } from '#shared/contract/values.ts'
import { protocolLimits } from '#shared/protocol/limits.ts'
import { roles } from '#shared/protocol/frames.ts'
import type { AcceptedRecord, Identity, RecordProposal } from './access-policy.ts'
import { personBody, workspaceBody } from './record-bodies.ts'
import { isAtLeast } from './rights.ts'
import { acceptSpace, type ProposalContext } from './space-proposals.ts'

const personSchema = z.object({
  name: lineText(limits.name),
  email: optionalLine(limits.email).default(''),
  role: z.enum(roles).default('agent'),
  title: optionalLine(limits.name).default(''),
})
const workspaceSchema = z.object({ name: lineText(limits.name) })
const ticketNumberSchema = z.object({
  number: z
    .int()
    .min(1)
    .max(2 ** 31),
})

/** @param identity with the person's present role */
export function acceptProposal(
  context: ProposalContext,
  identity: Identity,
  proposal: RecordProposal,
): AcceptedRecord | null {
  const body = parseJson(proposal.body)
  switch (proposal.recordType) {
    case 'space':
      return acceptSpace(context, identity, proposal.recordId, body)
    case 'person':
      return acceptPerson(context, identity, proposal.recordId, body)
    case 'workspace':
      return acceptWorkspace(context, identity, proposal.recordId, body)
    case 'ticket-number':
      return acceptTicketNumber(context, identity, proposal, body)
    default:
      return null
  }
}

/** Oneself, or by an admin somebody without an account. Nobody changes what they may do this way. */
function acceptPerson(
  { store }: ProposalContext,
  identity: Identity,
  id: string,
  body: unknown,
): AcceptedRecord | null {
  const parsed = personSchema.safeParse(body)
  if (!parsed.success || !isUlid(id)) return null
  const { workspaceId, directoryId, role } = identity
  const personId = asId<PersonId>(id)
  const known = store.getPerson(workspaceId, personId)
  const isSelf = personId === identity.personId
  if (known && known.removedAt !== null) return null
  if (!isSelf && (!isAtLeast(role, 'admin') || (known !== null && known.accountId !== null))) return null
  // Whoever cannot sign in has no use for rights; a role given now must not wait for the day they can.
  const withoutAccount = isAtLeast(parsed.data.role, 'admin') ? 'agent' : parsed.data.role
  const person = {
    ...parsed.data,
    workspaceId,
    personId,
    accountId: known?.accountId ?? null,
    role: isSelf && known ? known.role : withoutAccount,
    removedAt: null,
  }
  store.putPerson(person)
  return { spaceId: directoryId, body: personBody(person), rightsOf: [] }
}

function acceptWorkspace(
  { store }: ProposalContext,
  { workspaceId, directoryId, role }: Identity,
  id: string,
  body: unknown,
): AcceptedRecord | null {
  const parsed = workspaceSchema.safeParse(body)
  const workspace = store.getWorkspace(workspaceId)
  if (!parsed.success || !workspace || id !== workspaceId || !isAtLeast(role, 'admin')) return null
  store.renameWorkspace(workspaceId, parsed.data.name)
  return {
    spaceId: directoryId,
    body: workspaceBody({ ...workspace, name: parsed.data.name }),
    rightsOf: [],
  }
}

/** For a local workspace that moves to a server: its tickets keep the numbers that people know them by. */
function acceptTicketNumber(
  { store, canWrite }: ProposalContext,
  identity: Identity,
  { recordId, spaceId }: RecordProposal,
  body: unknown,
): AcceptedRecord | null {
  const parsed = ticketNumberSchema.safeParse(body)
  if (!parsed.success || !isUlid(recordId) || identity.role !== 'owner') return null
  if (!canWrite(identity, spaceId) || store.getSpace(spaceId)?.kind !== 'queue') return null
  const { number } = parsed.data
  const ticketId = asId<TicketId>(recordId)
  const known = store.ticketNumber(identity.workspaceId, ticketId)
  const isTaken =
    known === null ? !store.takeTicketNumber(identity.workspaceId, ticketId, number) : known !== number
  return isTaken ? null : { spaceId, body: JSON.stringify({ number }), rightsOf: [] }
}

/** Undefined where it is no JSON, which no schema accepts. */
function parseJson(text: string): unknown {
  if (text.length > protocolLimits.recordBytes) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
