/** Where what was typed is: on this device, or still on its way there. */
import { Check, CloudOff, LoaderCircle } from 'lucide-react'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleSession } from './article-session.ts'

export function SaveNote({ session }: { readonly session: ArticleSession }): ReactNode {
  const { t } = useTranslation('knowledge')
  const state = useSyncExternalStore(session.subscribe, session.getState)
  const isDelayed = state.type === 'saving' && state.isDelayed
  const Icon = isDelayed ? CloudOff : state.type === 'saving' ? LoaderCircle : Check
  const text = isDelayed ? t('edit.notSaved') : state.type === 'saving' ? t('edit.saving') : t('edit.saved')
  return (
    <span
      className="article-editor-note"
      data-state={isDelayed ? 'delayed' : state.type}
      role="status"
      title={text}
    >
      <Icon aria-hidden />
      <span className="article-editor-note-text">{text}</span>
    </span>
  )
}
