/** A first guess at a row's height, before it was ever drawn: the nearer it is, the less the scroll bar jumps. Pure. */
import type { MessagePlace } from './message-rows.ts'

const lineHeightPx = 20
const charsPerLine = 95

export function estimateHeight(place: MessagePlace | undefined): number {
  if (!place) return lineHeightPx
  const { message, startsGroup, startsDay, startsUnread } = place
  let lines = 0
  for (const line of message.text.slice(0, 8_000).split('\n'))
    lines += Math.max(1, Math.ceil(line.length / charsPerLine))
  return (
    lines * lineHeightPx +
    4 +
    (startsGroup ? 28 : 0) +
    (startsDay ? 40 : 0) +
    (startsUnread ? 24 : 0) +
    (message.replyTo === null ? 0 : 22) +
    (message.reactions.length === 0 ? 0 : 30) +
    (message.attachments.length === 0 ? 0 : message.attachments.some(({ isPicture }) => isPicture) ? 216 : 72)
  )
}
