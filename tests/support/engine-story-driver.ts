/** Tells the user stories to the engine itself, with no window and no Electron. */
import fs from 'node:fs'
import type { ChannelId, EntryId, MessageId, PersonId, TicketId } from '#shared/base/ids.ts'
import { createWorld, type World } from './engine-world.ts'
import { temporaryFolder } from './temp-folder.ts'
import type { StoryDriver } from './user-stories.ts'

export function createEngineStoryDriver(): StoryDriver {
  let world: World = createWorld()

  const channelOf = async (name: string): Promise<ChannelId> =>
    only((await world.ask('chat.channels', {})).rows, (row) => row.name === name).key
  const messagesOf = async (channel: string) => {
    const { rows } = await world.ask('chat.messages', { channelId: await channelOf(channel), before: 1_000 })
    return rows.filter((row) => row.deletedAt === null)
  }
  const messageOf = async (channel: string, text: string): Promise<MessageId> =>
    only(await messagesOf(channel), (row) => row.text === text).id
  const ticketOf = async (title: string): Promise<TicketId> =>
    only((await world.ask('ticket.list', { limit: 500 })).rows, (row) => row.title === title).key
  const people = async () => (await world.ask('workspace.get', {})).rows
  const nameOf = async (id: PersonId | null) =>
    (await people()).find((person) => person.key === id)?.name ?? null

  return {
    async createWorkspace({ workspace, person, channel, queue }) {
      world.must('workspace.create', {
        name: workspace,
        personName: person,
        channelName: channel,
        queueName: queue,
      })
    },
    addPerson: async (name) => world.must('people.add', { personId: world.nextId<PersonId>(), name }),
    createChannel: async (name) =>
      world.must('channel.create', { channelId: world.nextId<ChannelId>(), name }),
    channels: async () => (await world.ask('chat.channels', {})).rows.map((row) => row.name),
    async sendMessage(channel, text) {
      world.clock.advance(1_000)
      world.must('chat.send', {
        channelId: await channelOf(channel),
        messageId: world.nextId<MessageId>(),
        text,
      })
    },
    editMessage: async (channel, text, newText) =>
      world.must('chat.edit', { messageId: await messageOf(channel, text), text: newText }),
    deleteMessage: async (channel, text) =>
      world.must('chat.delete', { messageId: await messageOf(channel, text) }),
    react: async (channel, text, emoji) =>
      world.must('chat.react', { messageId: await messageOf(channel, text), emoji, on: true }),
    async messages(channel) {
      const rows = await messagesOf(channel)
      return Promise.all(
        rows.map(async (row) => ({
          author: (await nameOf(row.authorId)) ?? '',
          text: row.text,
          isEdited: row.editedAt !== null,
          reactions: row.reactions.map(({ emoji, personIds }) => `${emoji} ${personIds.length}`),
        })),
      )
    },
    writeDraft: async (channel, text) =>
      world.must('draft.save', { key: `channel/${await channelOf(channel)}`, text }),
    draft: async (channel) =>
      (await world.ask('draft.get', { key: `channel/${await channelOf(channel)}` })).meta?.text ?? '',
    async createTicket(ticket) {
      world.clock.advance(1_000)
      const [queue] = (await world.ask('ticket.queues', {})).rows
      world.must('ticket.create', { ticketId: world.nextId<TicketId>(), queueId: queue!.key, ...ticket })
    },
    reply: async (title, text) =>
      world.must('ticket.reply', { ticketId: await ticketOf(title), entryId: world.nextId<EntryId>(), text }),
    note: async (title, text) =>
      world.must('ticket.note', { ticketId: await ticketOf(title), entryId: world.nextId<EntryId>(), text }),
    async assign(title, name) {
      const ownerId = name === null ? null : only(await people(), (person) => person.name === name).key
      world.must('ticket.update', { ticketId: await ticketOf(title), fields: { ownerId } })
    },
    setState: async (title, state) =>
      world.must('ticket.update', { ticketId: await ticketOf(title), fields: { state } }),
    setPriority: async (title, priority) =>
      world.must('ticket.update', { ticketId: await ticketOf(title), fields: { priority } }),
    tag: async (title, tag) => world.must('ticket.tag', { ticketId: await ticketOf(title), tag, on: true }),
    untag: async (title, tag) =>
      world.must('ticket.tag', { ticketId: await ticketOf(title), tag, on: false }),
    async ticket(title) {
      const { meta, rows } = await world.ask('ticket.get', { ticketId: await ticketOf(title) })
      if (!meta) throw new Error(`there is no ticket "${title}"`)
      return {
        title: meta.title,
        description: meta.description,
        state: meta.state,
        priority: meta.priority,
        owner: await nameOf(meta.ownerId),
        tags: meta.tags,
        replies: rows.flatMap((row) => (row.type === 'reply' ? [row.text] : [])),
        notes: rows.flatMap((row) => (row.type === 'note' ? [row.text] : [])),
        changes: rows.flatMap((row) => (row.type === 'change' ? [row.field] : [])),
      }
    },
    tickets: async (view) =>
      (await world.ask('ticket.list', { filter: { view }, limit: 500 })).rows.map((row) => row.title),
    async search(text) {
      const { rows } = await world.ask('search.run', { text })
      return {
        tickets: rows.flatMap((row) => (row.type === 'ticket' ? [row.title.text] : [])),
        messages: rows.flatMap((row) => (row.type === 'message' ? [row.snippet.text] : [])),
      }
    },
    async restart() {
      await world.restart()
    },
    async crash() {
      // What lies on the disk at this very moment is all that is left. The engine that goes on is of another world.
      const folder = temporaryFolder()
      fs.cpSync(world.folder, folder, { recursive: true })
      world = createWorld({ folder, clock: world.clock, seed: world.random.int(2, 1_000_000) })
    },
  }
}

function only<T>(items: readonly T[], isWanted: (item: T) => boolean): T {
  const [found, ...more] = items.filter(isWanted)
  if (!found || more.length > 0)
    throw new Error(`expected one of them, found ${more.length + (found ? 1 : 0)}`)
  return found
}
