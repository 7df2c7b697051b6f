/** Reads the chat conversations by category and language. `A: text` lines, a blank line between conversations. */
import { conversationsDe } from './content/conversations-de.ts'
import { conversationsEn } from './content/conversations-en.ts'
import { ticketTalkDe, ticketTalkEn } from './content/ticket-talk.ts'
import { compileTemplate, type Template } from './template.ts'
import type { DemoLanguage } from './types.ts'

export interface Line {
  /** 0 for A, 1 for B, and so on. */
  readonly speaker: number
  readonly text: Template
}
export type Conversation = readonly Line[]
export type ConversationBook = Readonly<Record<DemoLanguage, ReadonlyMap<string, readonly Conversation[]>>>

export function readConversations(): ConversationBook {
  return {
    de: readCategories(conversationsDe + ticketTalkDe),
    en: readCategories(conversationsEn + ticketTalkEn),
  }
}

function readCategories(source: string): ReadonlyMap<string, readonly Conversation[]> {
  const categories = new Map<string, readonly Conversation[]>()
  for (const section of source.split(/^# /m).slice(1)) {
    const end = section.indexOf('\n')
    const conversations = section.slice(end).trim().split('\n\n').map(readConversation)
    categories.set(section.slice(0, end).trim(), conversations)
  }
  return categories
}

function readConversation(source: string): Conversation {
  return source.split('\n').map((line) => {
    const speaker = 'ABCD'.indexOf(line.charAt(0))
    if (speaker < 0 || line.slice(1, 3) !== ': ') throw new Error(`Not a line of a conversation: ${line}`)
    return { speaker, text: compileTemplate(line.slice(3)) }
  })
}
