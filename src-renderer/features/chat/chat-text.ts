/** The sentences of chat, with those that all areas share (`common:`) and those of the design system (`ui:`). */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

const namespaces = ['chat', 'common', 'ui', 'server', 'files', 'notifications'] as const

export type ChatText = TFunction<typeof namespaces>

export function useChatText(): { readonly t: ChatText } {
  return useTranslation(namespaces)
}
