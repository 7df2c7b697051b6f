/** The small things of chat: reactions, and slips of the pen that their author corrects. */
import type { Random } from '#shared/base/random.ts'
import type { SpokenLine } from './conversation-writer.ts'
import type { DemoReaction } from './types.ts'

const everyday = ['👍', '👍', '👍', '✅', '🙏', '😂', '👀', '🔧', '💪'] as const
const festive = ['🎉', '❤️', '👏', '👍', '🙌'] as const
const none: readonly DemoReaction[] = []

export function addReactions(
  line: SpokenLine,
  memberIds: readonly string[],
  random: Random,
): readonly DemoReaction[] {
  const news = line.category === 'announce' || line.category === 'social'
  if (memberIds.length < 3 || !random.chance(news ? 0.45 : 0.11)) return none
  const emoji: readonly string[] = news ? festive : everyday
  const reactions = new Map<string, Set<string>>()
  const count = news ? random.int(2, 8) : random.int(1, 3)
  for (let index = 0; index < count; index += 1) {
    const person = random.pick(memberIds)
    if (person === line.authorId) continue
    const symbol = random.pick(emoji)
    reactions.set(symbol, (reactions.get(symbol) ?? new Set()).add(person))
  }
  return [...reactions].map(([symbol, people]) => ({ emoji: symbol, personIds: [...people] }))
}

const slip = /[a-zäöüß]{5}/

/** Now and then two letters come out swapped; `editedText` is then the text as it was meant. */
export function addEdit(
  text: string,
  random: Random,
): { readonly text: string; readonly editedText: string | null } {
  if (!random.chance(0.02)) return { text, editedText: null }
  const at = text.search(slip) + 2
  const first = text.charAt(at)
  const second = text.charAt(at + 1)
  if (at < 2 || first === second || text.includes('`')) return { text, editedText: null }
  return { text: text.slice(0, at) + second + first + text.slice(at + 2), editedText: text }
}
