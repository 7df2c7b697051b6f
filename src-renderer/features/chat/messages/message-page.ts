/** Which messages of a channel to hold: the arithmetic of paging, apart from queries and pixels. Pure. */
import type { MessageId } from '#shared/base/ids.ts'
import type { MessagesMeta } from '#shared/contract/chat.ts'

/** As the query takes it: `before` messages up to `around` (null: the newest) and `after` beyond it. */
export interface MessagePage {
  readonly around: MessageId | null
  readonly before: number
  readonly after: number
}

/** So many rows more each time. */
const pageSize = 100
/** Few, because all that is held is read again with each message that comes. */
const newestSize = 60
/** More than this is not held: the window slides then. */
const maxHeld = 600
/** So many rows before the end of what is held, more is asked for. */
const edgeRows = 30

export const newestPage: MessagePage = { around: null, before: newestSize, after: 0 }

export function pageAround(id: MessageId): MessagePage {
  return { around: id, before: pageSize / 2, after: pageSize }
}

/** The side on which more is wanted and to be had; null for none. */
export function isNearEdge(
  visible: { readonly first: number; readonly last: number; readonly count: number },
  { hasOlder, hasNewer }: Pick<MessagesMeta, 'hasOlder' | 'hasNewer'>,
): 'older' | 'newer' | null {
  if (hasOlder && visible.first < edgeRows) return 'older'
  return hasNewer && visible.last >= visible.count - edgeRows ? 'newer' : null
}

export function grow(
  page: MessagePage,
  edge: 'older' | 'newer',
  rows: readonly { readonly key: MessageId }[],
): MessagePage {
  if (edge === 'older' && page.around === null && page.before + pageSize <= maxHeld) {
    return { ...page, before: page.before + pageSize }
  }
  const anchor = edge === 'older' ? rows[0] : rows.at(-1)
  return anchor ? { around: anchor.key, before: maxHeld / 2, after: maxHeld / 2 } : page
}

/** At the newest message what was scrolled past long ago is let go: each message that comes is cheap again. */
export function trimAtEnd(page: MessagePage): MessagePage {
  return page.around === null && page.before === newestSize ? page : newestPage
}
