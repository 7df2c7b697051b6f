/** Whether a password fits, with the tries counted. Says the same, as late, for a wrong one and for no such account. */
import { ok, type Result } from '#shared/base/result.ts'
import type { AccessContext } from './access-context.ts'
import type { AccountRow } from './access-store.ts'
import { refuse, refuseFor, type Refusal } from './refusal.ts'

export async function provePassword(
  { store, throttle, passwords }: AccessContext,
  given: { readonly email: string; readonly password: string; readonly address: string },
): Promise<Result<AccountRow, Refusal>> {
  const waitMs = throttle.begin(given)
  if (waitMs !== null) return refuseFor(waitMs)
  const account = store.findAccount(given.email)
  const matches = await passwords.verify(given.password, account?.passwordHash ?? null)
  if (!matches.ok) return matches
  if (!matches.value || !account) return refuse('wrong-password')
  throttle.forgive(given)
  return ok(account)
}

/** The account that exists and whose password was given, or what a new one is made from. */
export type ProvenAccount =
  | { readonly isNew: false; readonly account: AccountRow }
  | { readonly isNew: true; readonly email: string; readonly passwordHash: string }

/** For those who hold an invite or the set-up code: an account that exists gives its password, a new one gets it. */
export async function proveOrHash(
  context: AccessContext,
  given: { readonly email: string; readonly password: string; readonly address: string },
): Promise<Result<ProvenAccount, Refusal>> {
  if (context.store.findAccount(given.email)) {
    const proven = await provePassword(context, given)
    return proven.ok ? ok({ isNew: false, account: proven.value }) : proven
  }
  const hashed = await context.passwords.hash(given.password)
  return hashed.ok ? ok({ isNew: true, email: given.email, passwordHash: hashed.value }) : hashed
}

/** Inside the transaction. Null where somebody else made an account of that address meanwhile. */
export function takeAccount({ store, ids, clock }: AccessContext, proven: ProvenAccount): AccountRow | null {
  if (!proven.isNew) return store.getAccount(proven.account.accountId)
  const { email, passwordHash } = proven
  if (store.findAccount(email)) return null
  const account = { accountId: ids.next(), email, passwordHash }
  store.insertAccount(account, clock.now())
  return account
}
