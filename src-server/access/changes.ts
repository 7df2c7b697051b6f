/**
 * A change of people and rights: rows, and the records that tell of it, in one transaction; then, once it is durable,
 * word to the gateways.
 */
import {
  asId,
  type DeviceId,
  type PersonId,
  type SpaceId,
  type UpdateId,
  type WorkspaceId,
} from '#shared/base/ids.ts'
import type { UlidFactory } from '#shared/base/ulid.ts'
import type { FeedWriter, SyncStore } from '../feed/sync-store.ts'
import type { FanOut, FanOutMessage } from '../gateway/fan-out.ts'
import type { AccessStore, PersonRow, SpaceRow, WorkspaceRow } from './access-store.ts'
import { personBody, spaceBody, workspaceBody } from './record-bodies.ts'

export interface Change {
  /** Writes the row and the record. */
  putPerson(person: PersonRow, author: PersonId): void
  /** Writes the record of what stands in the row. */
  publishWorkspace(workspace: WorkspaceRow, author: PersonId): void
  /** Writes the records of the space and of those below it. */
  publishSpace(spaceId: SpaceId, author: PersonId): void
  /** The person's rights are others now; null for everybody. */
  rightsChanged(workspaceId: WorkspaceId, personId: PersonId | null): void
  endDevice(deviceId: DeviceId, reason: 'signed-out' | 'removed', now: number): void
}

export type Changes = <T>(work: (change: Change) => T) => T

export interface ChangesDeps {
  readonly store: AccessStore
  readonly syncStore: SyncStore
  readonly fanOut: FanOut
  readonly ids: UlidFactory
}

export function createChanges({ store, syncStore, fanOut, ids }: ChangesDeps): Changes {
  return (work) => {
    const messages: FanOutMessage[] = []
    const result = syncStore.transaction((writer) => work(createChange({ store, ids, writer, messages })))
    for (const message of messages) fanOut.publish(message)
    return result
  }
}

interface ChangeDeps {
  readonly store: AccessStore
  readonly ids: UlidFactory
  readonly writer: FeedWriter
  readonly messages: FanOutMessage[]
}

function createChange({ store, ids, writer, messages }: ChangeDeps): Change {
  const publish = (spaceId: SpaceId, type: string, id: string, body: string, author: PersonId): void => {
    const entryId = asId<UpdateId>(ids.next())
    const entry = { type: 'record', entryId, recordType: type, recordId: id, body } as const
    const { seq } = writer.append(spaceId, entry, author)
    messages.push({ type: 'head', spaceId, head: seq })
  }
  const publishSpace = (space: SpaceRow, author: PersonId, parent: SpaceRow | null): void =>
    publish(space.spaceId, 'space', space.spaceId, spaceBody(space, parent), author)

  return {
    putPerson(person, author) {
      store.putPerson(person)
      const workspace = store.getWorkspace(person.workspaceId)
      if (!workspace) throw new Error('a person without a workspace')
      publish(workspace.directoryId, 'person', person.personId, personBody(person), author)
    },
    publishWorkspace: (workspace, author) =>
      publish(workspace.directoryId, 'workspace', workspace.workspaceId, workspaceBody(workspace), author),
    publishSpace(spaceId, author) {
      const space = store.getSpace(spaceId)
      if (!space) throw new Error('no such space')
      publishSpace(space, author, space.parentId === null ? null : store.getSpace(space.parentId))
      for (const childId of store.spacesBelow(spaceId)) {
        const child = store.getSpace(childId)
        if (child) publishSpace(child, author, space)
      }
    },
    rightsChanged: (workspaceId, personId) => void messages.push({ type: 'access', workspaceId, personId }),
    endDevice(deviceId, reason, now) {
      store.endDevice(deviceId, now)
      messages.push({ type: 'device-ended', deviceId, reason })
    },
  }
}
