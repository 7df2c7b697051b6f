/** Articles: to read, to write together, their versions, feedback and links to tickets. */
import { z } from 'zod'
import type { ArticleId, PersonId, TicketId, VersionId } from '../base/ids.ts'
import { isUlid } from '../base/ulid.ts'
import type { ArticleMeta, ArticleNode } from '../model/article/article.ts'
import { articleLanguages } from '../model/article/article-words.ts'
import type { TicketPriority, TicketState } from '../model/ticket/ticket.ts'
import { attachmentList, blobId, type AttachmentRow } from './attachments.ts'
import { command, query } from './define.ts'
import { articleId, freeText, limits, lineText, optionalLine, tag, ticketId } from './values.ts'

export interface ArticleRow {
  /** The ArticleId. */
  readonly key: ArticleId
  readonly title: string
  readonly category: string
  readonly section: string
  readonly language: ArticleMeta['language']
  readonly state: ArticleMeta['state']
  readonly createdBy: PersonId | null
  readonly updatedAt: number
  readonly updatedBy: PersonId | null
  readonly tags: readonly string[]
  readonly translationOf: ArticleId | null
  /** How many people said that it helped, or did not. */
  readonly helped: number
  readonly notHelped: number
  /** Something of it waits for the server. */
  readonly pending: boolean
}

export interface ArticleDetail extends ArticleMeta {
  readonly id: ArticleId
  readonly content: readonly ArticleNode[]
  readonly files: readonly AttachmentRow[]
  readonly pending: boolean
}

/** A piece of the article's document: all of them, in any order and any number of times, make the document. */
export interface ArticleDocRow {
  /** The same key is the same bytes. */
  readonly key: string
  /** A Yjs update (version 1) in base64. */
  readonly update: string
}

export interface ArticleVersionRow {
  readonly key: VersionId
  readonly at: number
  readonly authorId: PersonId | null
  readonly title: string
  readonly note: string
  /** Of its text. */
  readonly characters: number
}

export interface ArticleVersionDetail {
  readonly id: VersionId
  readonly at: number
  readonly authorId: PersonId | null
  readonly title: string
  readonly note: string
  readonly content: readonly ArticleNode[]
}

export interface FeedbackRow {
  readonly key: PersonId
  readonly helped: boolean
  readonly at: number
  /** What was missing; may be empty. */
  readonly note: string
}

export interface FeedbackMeta {
  readonly helped: number
  readonly notHelped: number
  readonly mine: FeedbackRow | null
}

/** A ticket that is linked to an article, as far as it may be read here. */
export interface LinkedTicketRow {
  readonly key: TicketId
  readonly code: string
  readonly number: number | null
  readonly title: string
  readonly state: TicketState
  readonly priority: TicketPriority
}

/** An article that is linked to a ticket, or the same article in another language. */
export interface LinkedArticleRow {
  readonly key: ArticleId
  readonly title: string
  readonly language: ArticleMeta['language']
  readonly state: ArticleMeta['state']
}

/** What an editor may say at once, in characters of base64: some 500 KB. More comes in several. */
export const maxEditCharacters = 700_000

const versionId = z.custom<VersionId>(isUlid, 'not an id')
const base64 = z
  .string()
  .min(4)
  .max(maxEditCharacters)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .refine((text) => text.length % 4 === 0, 'not base64')
const language = z.enum(articleLanguages)
const category = optionalLine(limits.name)
const tags = z.array(tag).max(limits.tags)
/** What the first knowledge space is called, where none is there yet. */
const spaceName = lineText(limits.name)

export const articleCommands = {
  /** An empty draft. A translation lies in the space of the article that it translates. */
  'article.create': command(
    z.strictObject({
      articleId,
      title: lineText(limits.title),
      language,
      category: category.default(''),
      section: category.default(''),
      tags: tags.default([]),
      translationOf: articleId.nullable().default(null),
      spaceName,
    }),
  ),
  'article.update': command(
    z.strictObject({
      articleId,
      fields: z.strictObject({
        title: lineText(limits.title).optional(),
        category: category.optional(),
        section: category.optional(),
        language: language.optional(),
        tags: tags.optional(),
      }),
    }),
  ),
  /** Keeps a version under this id, unless the newest says the same, and shows the article to everybody as done. */
  'article.publish': command(z.strictObject({ articleId, versionId })),
  /** A draft again; its text stays. */
  'article.unpublish': command(z.strictObject({ articleId })),
  /** Puts it away: out of lists and search. With `on` false it is a draft again. */
  'article.archive': command(z.strictObject({ articleId, on: z.boolean() })),
  /** What was typed in an open editor: a Yjs update of the root `content`, and of nothing else. */
  'article.edit': command(z.strictObject({ articleId, update: base64 })),
  'article.saveVersion': command(
    z.strictObject({ articleId, versionId, note: optionalLine(limits.title).default('') }),
  ),
  /** Puts the text of a version in the place of the present one, as an edit. The present one is kept under `keepAs` first. */
  'article.restoreVersion': command(z.strictObject({ articleId, versionId, keepAs: versionId })),
  /** One a person; null takes it back. */
  'article.rate': command(
    z.strictObject({ articleId, helped: z.boolean().nullable(), note: freeText(2_000).default('') }),
  ),
  'article.linkTicket': command(z.strictObject({ articleId, ticketId, on: z.boolean() })),
  /** A draft out of a ticket: its description as the problem, the last replies of the team as the solution. */
  'article.fromTicket': command(
    z.strictObject({
      articleId,
      ticketId,
      language,
      category: category.default(''),
      headings: z.strictObject({ problem: lineText(limits.name), solution: lineText(limits.name) }),
      spaceName,
    }),
  ),
  /** Files that hang on the draft `article/{ArticleId}` become the article's. */
  'article.attach': command(z.strictObject({ articleId, attachments: attachmentList })),
  'article.detach': command(z.strictObject({ articleId, id: blobId })),
}

export const articleQueries = {
  /** By category, section and title. Without `archived`, those are left out, and not counted. */
  'article.list': query<{ readonly total: number; readonly archived: number }, ArticleRow>()(
    z.strictObject({
      language: language.nullable().default(null),
      category: freeText(limits.name).nullable().default(null),
      archived: z.boolean().default(false),
      limit: z.int().min(1).max(5_000).default(2_000),
    }),
  ),
  'article.get': query<ArticleDetail | null, never>()(z.strictObject({ articleId })),
  /** The document for an open editor. Meta is false where there is none. */
  'article.doc': query<boolean, ArticleDocRow>()(z.strictObject({ articleId })),
  /** The article itself, what it translates and what translates that: every language of one article. */
  'article.languages': query<null, LinkedArticleRow>()(z.strictObject({ articleId })),
  /** Newest first. */
  'article.versions': query<null, ArticleVersionRow>()(z.strictObject({ articleId })),
  'article.version': query<ArticleVersionDetail | null, never>()(z.strictObject({ articleId, versionId })),
  /** Newest first. */
  'article.feedback': query<FeedbackMeta, FeedbackRow>()(z.strictObject({ articleId })),
  'article.tickets': query<null, LinkedTicketRow>()(z.strictObject({ articleId })),
  'ticket.articles': query<null, LinkedArticleRow>()(z.strictObject({ ticketId })),
}
