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

export function WorkspaceGate(): ReactNode {
  const { i18n, t } = useTranslation()
  const { status, meta, error } = useLiveQuery('workspace.get', {})
  const name = meta?.workspace?.name
  useEffect(() => {
    document.title = name === undefined ? t('product') : `${name} – ${t('product')}`
  }, [name, t])

  if (meta?.workspace) return <Frame />
  if (status === 'ready') return <FirstRun />
  if (error) {
    return (
      <EmptyState
        icon={<TriangleAlert />}
        title={t('failed.query.title')}
        text={errorSentence(error, i18n)}
      />
    )
  }
  return hasWorkspace() ? <Frame /> : null
}
