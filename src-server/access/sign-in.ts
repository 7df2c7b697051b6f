/** Signing in on a new device, and changing the password. */
import { ok, type Result } from '#shared/base/result.ts'
import type { ServerInput, ServerOutput } from '#shared/contract/server-api.ts'
import type { Identity } from './access-policy.ts'
import type { AccessContext } from './access-context.ts'
import { letIn } from './let-in.ts'
import { provePassword } from './proof.ts'
import { refuse, type Nothing, type Refusal } from './refusal.ts'

export function createSignIn(context: AccessContext) {
  const { store, change, passwords } = context
  return {
    async signIn(
      input: ServerInput<'signIn'>,
      address: string,
    ): Promise<Result<ServerOutput<'signIn'>, Refusal>> {
      const proven = await provePassword(context, { ...input, address })
      if (!proven.ok) return proven
      return change(() => {
        const people = store
          .peopleOfAccount(proven.value.accountId)
          .filter((person) => person.removedAt === null)
        const { workspaceId } = input
        const [first, ...others] =
          workspaceId === null ? people : people.filter((person) => person.workspaceId === workspaceId)
        if (!first) return refuse('no-access')
        if (others.length === 0) return ok(letIn(context, first, input.deviceName))
        const workspaces = people.map((person) => ({
          workspaceId: person.workspaceId,
          name: store.getWorkspace(person.workspaceId)?.name ?? '',
        }))
        return ok({ workspaces })
      })
    },

    async changePassword(
      identity: Identity,
      { current, next }: ServerInput<'changePassword'>,
      address: string,
    ): Promise<Result<Nothing, Refusal>> {
      const person = store.getPerson(identity.workspaceId, identity.personId)
      const account = person?.accountId == null ? null : store.getAccount(person.accountId)
      if (!account) return refuse('no-access')
      const proven = await provePassword(context, { email: account.email, password: current, address })
      if (!proven.ok) return proven
      const hashed = await passwords.hash(next)
      if (!hashed.ok) return hashed
      change(() => store.setPassword(account.accountId, hashed.value))
      return ok({})
    },
  }
}
