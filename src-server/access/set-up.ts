/** The first account of a server, or of another workspace on it, made with a one-time code that only the operator saw. */
import { asId, type PersonId, type SpaceId, type WorkspaceId } from '#shared/base/ids.ts'
import { ok, type Result } from '#shared/base/result.ts'
import type { ServerInput, SignedIn } from '#shared/contract/server-api.ts'
import type { AccessContext } from './access-context.ts'
import type { AccountRow, PersonRow } from './access-store.ts'
import { letIn } from './let-in.ts'
import { proveOrHash, takeAccount } from './proof.ts'
import { refuse, refuseFor, type Refusal } from './refusal.ts'
import { createSecret, isSecret } from './secrets.ts'

type SetUpInput = ServerInput<'setUp'>

export function createSetUp(context: AccessContext) {
  const { store, change, throttle, randomBytes } = context
  const isRightCode = (code: string): boolean => {
    const hash = store.getMeta('setupCodeHash')
    return hash !== null && isSecret(code, hash)
  }
  return {
    needsSetup: (): boolean => !store.hasAccounts(),
    isSetUpOver: (): boolean => store.getMeta('setupCodeHash') === null,

    /**
     * A fresh code, which ends the one before. Without accounts there always is one; else only where it is asked for.
     * @returns null where none is due; a code of an earlier start ends all the same
     */
    renewSetupCode(isAskedFor: boolean): string | null {
      const isDue = isAskedFor || !store.hasAccounts()
      const secret = isDue ? createSecret(randomBytes) : null
      const hash = secret && Buffer.from(secret.hash).toString('hex')
      if (hash !== store.getMeta('setupCodeHash')) change(() => store.setMeta('setupCodeHash', hash))
      return secret?.text ?? null
    },

    async setUp(input: SetUpInput, address: string): Promise<Result<SignedIn, Refusal>> {
      const attempt = { address, email: null }
      const waitMs = throttle.begin(attempt)
      if (waitMs !== null) return refuseFor(waitMs)
      if (!isRightCode(input.code)) return refuse('setup-invalid')
      throttle.forgive(attempt)
      const proven = await proveOrHash(context, { ...input, address })
      if (!proven.ok) return proven
      return change((changing) => {
        if (!isRightCode(input.code)) return refuse('setup-invalid')
        // An id that is somebody's already cannot be had again; the workspace may have moved here before.
        if (input.workspaceId !== null && store.getWorkspace(input.workspaceId))
          return refuse('invalid-input')
        const account = takeAccount(context, proven.value)
        if (!account) return refuse('account-exists')
        store.setMeta('setupCodeHash', null)
        const { workspace, owner } = foundWorkspace(context, input, account)
        changing.publishSpace(workspace.directoryId, owner.personId)
        changing.publishWorkspace(workspace, owner.personId)
        changing.putPerson(owner, owner.personId)
        return ok(letIn(context, owner, input.deviceName))
      })
    },
  }
}

function foundWorkspace({ store, ids, clock }: AccessContext, input: SetUpInput, account: AccountRow) {
  const workspaceId = input.workspaceId ?? asId<WorkspaceId>(ids.next())
  const directoryId = asId<SpaceId>(ids.next())
  const workspace = { workspaceId, name: input.workspaceName, directoryId, createdAt: clock.now() }
  store.insertWorkspace(workspace)
  store.insertSpace({
    spaceId: directoryId,
    workspaceId,
    kind: 'directory',
    parentId: null,
    isOpen: true,
    createdBy: null,
    members: [],
  })
  const owner: PersonRow = {
    workspaceId,
    personId: input.personId ?? asId<PersonId>(ids.next()),
    accountId: account.accountId,
    name: input.personName,
    email: account.email,
    role: 'owner',
    title: '',
    removedAt: null,
  }
  return { workspace, owner }
}
