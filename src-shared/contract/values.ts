/** Schemas that several features share, with their limits. Lengths are in UTF-16 code units. */
import { z } from 'zod'
import type {
  ArticleId,
  ChannelId,
  EntryId,
  LibraryFileId,
  LibraryRootId,
  MessageId,
  PersonId,
  QuestionId,
  QueueId,
  SpaceId,
  TicketId,
  WorkspaceId,
} from '../base/ids.ts'
import { isUlid, type Ulid } from '../base/ulid.ts'

export const limits = {
  name: 100,
  title: 300,
  tag: 60,
  tags: 50,
  message: 40_000,
  body: 200_000,
  email: 254,
  address: 200,
  password: 200,
  emoji: 32,
  searchText: 500,
  question: 2_000,
  draftKey: 80,
  rows: 500,
  /** Whole seconds; the largest date that JavaScript knows. */
  time: 8_640_000_000_000_000,
} as const

const ulid = <T extends Ulid>() => z.custom<T>(isUlid, 'not an id')

export const channelId = ulid<ChannelId>()
export const queueId = ulid<QueueId>()
export const spaceId = ulid<SpaceId>()
export const personId = ulid<PersonId>()
export const ticketId = ulid<TicketId>()
export const entryId = ulid<EntryId>()
export const messageId = ulid<MessageId>()
export const articleId = ulid<ArticleId>()
export const workspaceId = ulid<WorkspaceId>()
export const questionId = ulid<QuestionId>()
export const libraryRootId = ulid<LibraryRootId>()
export const libraryFileId = ulid<LibraryFileId>()

/** What presence is about: a space, a document, or everybody. */
export const presenceTopic = z
  .string()
  .regex(/^(online|space\/[0-9A-Z]{26}|doc\/[a-z]{2,20}\/[0-9A-Za-z/]{26,60})$/)

/** Half a surrogate pair and NUL cannot be stored as UTF-8 text; they are taken out, never refused. */
const clean = (value: string) => value.toWellFormed().replaceAll('\0', '')

/** Text that may be empty. */
export const freeText = (max: number) => z.string().max(max).transform(clean)

/** Text of several lines that says something. */
export const bodyText = (max: number) => freeText(max).refine((value) => value.trim() !== '', 'empty')

/** A name or title: one line, trimmed, never empty. */
export const lineText = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => clean(value).replace(/\s+/gu, ' ').trim())
    .refine((value) => value !== '', 'empty')

export const optionalLine = (max: number) =>
  z
    .string()
    .max(max)
    .transform((value) => clean(value).replace(/\s+/gu, ' ').trim())

/** A tag: one word-like line, lower case, so that "VPN" and "vpn" are one. */
export const tag = lineText(limits.tag)
  .transform((value) => value.toLocaleLowerCase('en').replace(/^[#\s]+/u, ''))
  .refine((value) => value !== '', 'empty')

export const time = z.int().min(0).max(limits.time)
