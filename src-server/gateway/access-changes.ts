/** Tells devices what has become of their rights [A4]. Many at once are done in slices: reading rights costs queries. */
import type { PersonId, WorkspaceId } from '#shared/base/ids.ts'
import { closeCodes } from '#shared/protocol/close-codes.ts'
import { encode } from '#shared/protocol/codec.ts'
import type { AccessPolicy } from '../access/access-policy.ts'
import type { SyncStore } from '../feed/sync-store.ts'
import type { Following } from './following.ts'
import type { Presence } from './presence.ts'
import { behind, type Session } from './session.ts'
import type { Valves } from './valves.ts'

export interface AccessChanges {
  /** @param personId null for everybody in the workspace */
  changed(sessions: Iterable<Session>, workspaceId: WorkspaceId, personId: PersonId | null): void
}

export interface AccessChangesDeps {
  readonly store: SyncStore
  readonly policy: AccessPolicy
  readonly following: Following
  readonly presence: Presence
  readonly valves: Valves
  readonly soon: (run: () => void) => void
}

const sessionsAtOnce = 50

export function createAccessChanges(deps: AccessChangesDeps): AccessChanges {
  const { store, policy, following, presence, valves, soon } = deps
  /** With whether the person is told even where nothing has changed for them. */
  const due = new Map<Session, boolean>()
  let isScheduled = false

  const tell = (session: Session, isMeant: boolean): void => {
    if (session.device === null || session.valve.closeCode !== 0) return
    const { token } = session.device
    const identity = policy.identify(token)
    if (!identity) {
      valves.close(session.valve, closeCodes.signedOut)
      return
    }
    const roleBefore = session.device.identity.role
    session.device = { ...session.device, identity }
    const readable = new Set(policy.readableSpaces(identity))
    const granted = [...readable].filter((spaceId) => !following.follows(session, spaceId))
    const revoked = [...session.following.keys()]
      .map(({ spaceId }) => spaceId)
      .filter((id) => !readable.has(id))
    for (const spaceId of granted) following.follow(session, spaceId, behind)
    for (const spaceId of revoked) following.unfollow(session, spaceId)
    presence.reconsider(session)
    const isNews = granted.length + revoked.length > 0 || roleBefore !== identity.role
    if (!isNews && !isMeant) return
    const heads = granted.map((spaceId) => ({ spaceId, head: store.head(spaceId) }))
    const frame = { type: 'access', role: identity.role, granted: heads, revoked } as const
    valves.send(session.valve, encode(frame))
  }

  const tellSome = (): void => {
    isScheduled = false
    let left = sessionsAtOnce
    for (const [session, isMeant] of due) {
      if (left-- === 0) {
        isScheduled = true
        soon(tellSome)
        return
      }
      due.delete(session)
      tell(session, isMeant)
    }
  }

  return {
    changed(sessions, workspaceId, personId) {
      for (const session of sessions) {
        const identity = session.device?.identity
        if (identity?.workspaceId !== workspaceId) continue
        if (personId === null) due.set(session, due.get(session) ?? false)
        else if (identity.personId === personId) due.set(session, true)
      }
      if (due.size > 0 && !isScheduled) soon(tellSome)
      isScheduled = due.size > 0
    },
  }
}
