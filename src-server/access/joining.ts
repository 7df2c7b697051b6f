/** Accepting an invite. One that was used, has ended or expired, or never was, is refused in the same words. */
import { asId, type PersonId } from '#shared/base/ids.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { ServerInput, ServerOutput, SignedIn } from '#shared/contract/server-api.ts'
import type { AccessContext } from './access-context.ts'
import type { AccountRow, InviteRow, PersonRow } from './access-store.ts'
import type { Change } from './changes.ts'
import { letIn } from './let-in.ts'
import { proveOrHash, takeAccount } from './proof.ts'
import { refuse, refuseFor, type Refusal } from './refusal.ts'
import { hashSecret } from './secrets.ts'
import { mayInviteTo } from './invites.ts'

export function createJoining(context: AccessContext) {
  const { store, change, throttle, clock } = context

  const findInvite = (code: string): InviteRow | null => {
    const invite = store.findInvite(hashSecret(code))
    return invite && invite.expiresAt > clock.now() ? invite : null
  }
  /** With the tries counted by address: nobody guesses a code, but nobody shall keep us busy either. */
  const showInvite = (code: string, address: string): Result<InviteRow, Refusal> => {
    const attempt = { address, email: null }
    const waitMs = throttle.begin(attempt)
    if (waitMs !== null) return refuseFor(waitMs)
    const invite = findInvite(code)
    if (!invite) return refuse('invite-invalid')
    throttle.forgive(attempt)
    return ok(invite)
  }

  return {
    readInvite(
      { code }: ServerInput<'readInvite'>,
      address: string,
    ): Result<ServerOutput<'readInvite'>, Refusal> {
      const shown = showInvite(code, address)
      if (!shown.ok) return shown
      const { workspaceId, role, email, createdBy } = shown.value
      return ok({
        workspaceName: store.getWorkspace(workspaceId)?.name ?? '',
        role,
        email,
        invitedBy: store.getPerson(workspaceId, createdBy)?.name ?? '',
      })
    },

    async join(input: ServerInput<'join'>, address: string): Promise<Result<SignedIn, Refusal>> {
      const shown = showInvite(input.code, address)
      if (!shown.ok) return shown
      if (!isFor(shown.value, input.email)) return refuse('invite-invalid')
      const proven = await proveOrHash(context, { ...input, address })
      if (!proven.ok) return proven
      return change((changing) => {
        const invite = findInvite(input.code)
        if (!invite) return refuse('invite-invalid')
        const isMember =
          !proven.value.isNew && findMember(context, invite, proven.value.account)?.removedAt === null
        if (isMember) return refuse('account-exists')
        const account = takeAccount(context, proven.value)
        if (!account) return refuse('account-exists')
        const person = toMember(context, invite, account, input.personName)
        store.useInvite(invite.inviteId, person.personId, clock.now())
        changing.putPerson(person, person.personId)
        enterSpaces(context, changing, invite, person)
        return ok(letIn(context, person, input.deviceName))
      })
    },
  }
}

const isFor = (invite: InviteRow, email: string): boolean => invite.email === '' || invite.email === email

function findMember({ store }: AccessContext, { workspaceId }: InviteRow, { accountId }: AccountRow) {
  return store.peopleOfAccount(accountId).find((person) => person.workspaceId === workspaceId) ?? null
}

/**
 * Who left comes back as the same person. So does somebody who was written down before they had an account, but only
 * where the invite was made out to their address: anybody can type any other.
 */
function toMember(context: AccessContext, invite: InviteRow, account: AccountRow, name: string): PersonRow {
  const { store, ids } = context
  const { workspaceId, role, email } = invite
  const known =
    findMember(context, invite, account) ??
    (email === '' ? null : store.findWithoutAccount(workspaceId, email))
  return {
    workspaceId,
    personId: known?.personId ?? asId<PersonId>(ids.next()),
    accountId: account.accountId,
    name,
    email: account.email,
    role,
    title: known?.title ?? '',
    removedAt: null,
  }
}

/** Into the spaces that a guest was invited to, as far as whoever invited them may still do so. */
function enterSpaces(
  context: AccessContext,
  change: Change,
  invite: InviteRow,
  { personId }: PersonRow,
): void {
  const { store } = context
  for (const spaceId of invite.spaces) {
    const space = store.getSpace(spaceId)
    if (!space || !mayInviteTo(context, invite.workspaceId, invite.createdBy, space)) continue
    if (space.members.includes(personId)) continue
    store.setMembers(spaceId, space.isOpen, [...space.members, personId])
    if (!space.isOpen) change.publishSpace(spaceId, invite.createdBy)
  }
}
