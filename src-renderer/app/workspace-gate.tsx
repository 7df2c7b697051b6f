/** The first run where there is no workspace yet, the frame where there is one, and in between nothing that flickers. */
import { TriangleAlert } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { errorSentence } from '../state/error-sentence.ts'
import { useLiveQuery } from '../state/live.ts'
import { EmptyState } from '../ui/index.ts'
import { FirstRun } from './first-run.tsx'
import { Frame } from './frame.tsx'
import { hasWorkspace } from './has-workspace.ts'

/** @param children in the frame's place, for windows that have none: without a workspace they show nothing */
export function WorkspaceGate({ children }: { readonly children?: ReactNode }): ReactNode {
  const { i18n, t } = useTranslation()
  const { status, meta, error } = useLiveQuery('workspace.get', {})
  const name = meta?.workspace?.name
  const isMain = children === undefined
  useEffect(() => {
    if (isMain) document.title = name === undefined ? t('product') : `${name} – ${t('product')}`
  }, [isMain, name, t])

  if (meta?.workspace) return children ?? <Frame />
  if (status === 'ready') return isMain ? <FirstRun /> : null
  if (error) {
    return (
      <EmptyState
        icon={<TriangleAlert />}
        title={t('failed.query.title')}
        text={errorSentence(error, i18n)}
      />
    )
  }
  return hasWorkspace() ? (children ?? <Frame />) : null
}
