/**
 * What belongs to an article beside its text, in a document of its own (`article-log/{articleId}`, in the article's
 * space), so that reading the article loads no old versions. Root map `versions` (ULID -> {at, by, title, note, content
 * as JSON}), root map `feedback` (PersonId -> {helped, at, note}: one a person, the last word counts), root map
 * `tickets` (TicketId -> {at, by}).
 */
import type * as Y from 'yjs'
import type { PersonId, TicketId, VersionId } from '../../base/ids.ts'
import { fieldsOf, idOrNull, numberOr, sortedIds, textOf } from '../values.ts'
import { maxNodeDepth, type ArticleNode, type Attributes, type AttributeValue } from './article-node.ts'

export interface ArticleVersion {
  readonly id: VersionId
  readonly at: number
  readonly by: PersonId | null
  readonly title: string
  /** Why it was kept; may be empty. */
  readonly note: string
  readonly content: readonly ArticleNode[]
}

export interface ArticleFeedback {
  readonly personId: PersonId
  readonly helped: boolean
  readonly at: number
  /** What was missing. */
  readonly note: string
}

export interface TicketLink {
  readonly ticketId: TicketId
  readonly at: number
  readonly by: PersonId | null
}

export function addVersion(doc: Y.Doc, { id, ...version }: ArticleVersion): void {
  doc.getMap('versions').set(id, version)
}

/** In the order of their ids: oldest first. */
export function readVersions(doc: Y.Doc): ArticleVersion[] {
  const map = doc.getMap('versions')
  return sortedIds<VersionId>(map).map((id) => {
    const { at, by, title, note, content } = fieldsOf(map.get(id))
    return {
      id,
      at: numberOr(at, 0),
      by: idOrNull<PersonId>(by),
      title: textOf(title),
      note: textOf(note),
      content: readNodes(content),
    }
  })
}

export function setFeedback(doc: Y.Doc, { personId, ...feedback }: ArticleFeedback): void {
  doc.getMap('feedback').set(personId, feedback)
}

export function removeFeedback(doc: Y.Doc, personId: PersonId): void {
  const map = doc.getMap('feedback')
  if (map.has(personId)) map.delete(personId)
}

export function readFeedback(doc: Y.Doc): ArticleFeedback[] {
  const map = doc.getMap('feedback')
  return sortedIds<PersonId>(map).map((personId) => {
    const { helped, at, note } = fieldsOf(map.get(personId))
    return { personId, helped: helped === true, at: numberOr(at, 0), note: textOf(note) }
  })
}

export function setTicketLink(doc: Y.Doc, link: TicketLink, on: boolean): void {
  const map = doc.getMap('tickets')
  const { ticketId, ...rest } = link
  if (on === map.has(ticketId)) return
  if (on) map.set(ticketId, rest)
  else map.delete(ticketId)
}

export function readTicketLinks(doc: Y.Doc): TicketLink[] {
  const map = doc.getMap('tickets')
  return sortedIds<TicketId>(map).map((ticketId) => {
    const { at, by } = fieldsOf(map.get(ticketId))
    return { ticketId, at: numberOr(at, 0), by: idOrNull<PersonId>(by) }
  })
}

/** Content out of JSON that any peer may have written: what is no node is left out. */
export function readNodes(value: unknown, depth = 0): ArticleNode[] {
  if (!Array.isArray(value) || depth > maxNodeDepth) return []
  return value.flatMap((item): ArticleNode[] => {
    const { type, text, marks, attrs, level, children } = fieldsOf(item)
    if (typeof type !== 'string' || type === '') return []
    if (type === 'text') {
      if (typeof text !== 'string') return []
      const names = Array.isArray(marks) ? marks.filter((mark) => typeof mark === 'string') : []
      const marksAttrs = Object.entries(fieldsOf(attrs)).flatMap(([mark, fields]) => {
        const kept = readAttrs(fields)
        return kept && names.includes(mark) ? [[mark, kept] as const] : []
      })
      return [
        {
          type,
          text,
          marks: names,
          ...(marksAttrs.length > 0 ? { attrs: Object.fromEntries(marksAttrs) } : {}),
        },
      ]
    }
    const kept = readAttrs(attrs)
    return [
      {
        type,
        ...(Number.isInteger(level) && (level as number) > 0 ? { level: level as number } : {}),
        ...(kept ? { attrs: kept } : {}),
        children: readNodes(children, depth + 1),
      },
    ]
  })
}

function readAttrs(value: unknown): Attributes | null {
  const kept = Object.entries(fieldsOf(value)).filter(
    (entry): entry is [string, AttributeValue] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'boolean' || Number.isFinite(entry[1]),
  )
  return kept.length > 0 ? Object.fromEntries(kept) : null
}
