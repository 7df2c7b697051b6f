/**
 * What a window shows, for its whole life: all of Outpost, one place by itself, or the quick entry. The shell makes windows
 * of these and nothing else, so what comes over the bridge is parsed here first.
 */
import { z } from 'zod'

/** A conversation, a ticket or an article, as the renderer's route to it and nothing more: two windows never differ by less. */
const placeRoute = z.string().regex(/^(chat|tickets\/all|knowledge)\/[0-9A-HJKMNP-TV-Z]{26}$/)

export const windowView = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('main') }),
  z.strictObject({ type: z.literal('place'), route: placeRoute }),
  z.strictObject({ type: z.literal('capture') }),
])
export type WindowView = z.output<typeof windowView>

/** A passage that is to be marked where a route leads. */
const shownText = z.strictObject({
  /** What the quotations are taken from. */
  passage: z.string().max(100_000),
  quotes: z.array(z.string().max(100_000)).max(100),
})
export type ShownText = z.output<typeof shownText>

/** Where a window is asked to go, as a route of the renderer, which reads it, and what to mark there; null for nothing. */
export const showTarget = z.strictObject({ route: z.string().min(1).max(4_000), quote: shownText.nullable() })
export type ShowTarget = z.output<typeof showTarget>
