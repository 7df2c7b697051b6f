/** The files half of the knowledge area. Everything in it takes what is dropped. */
import { useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryFileId } from '#shared/base/ids.ts'
import { AreaLayout } from '../../../app/area-layout.tsx'
import { dropOnLibrary } from '../../../state/library.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { navigate } from '../../../state/navigation.ts'
import { useShortcuts } from '../../../state/shortcuts.ts'
import { FileDrop } from '../../../ui/index.ts'
import { FileView } from './file-view.tsx'
import { useLibraryFilter } from './library-filter.ts'
import { LibraryList } from './library-list.tsx'
import { LibraryRoots } from './library-roots.tsx'
import { libraryListRows, stepFile } from './model/library-groups.ts'
import './library.css'

const shownFiles = 1_000

export function LibraryArea({ fileId }: { readonly fileId: LibraryFileId | undefined }): ReactNode {
  const { t } = useTranslation('library')
  const { text, show } = useLibraryFilter()
  const { rows: roots, status: rootsStatus } = useLiveQuery('library.roots', {})
  const {
    rows: files,
    meta,
    status,
  } = useLiveQuery(
    'library.files',
    { text, state: show === 'skipped' ? 'skipped' : null, limit: shownFiles },
    { keepPrevious: true },
  )
  const rows = useMemo(() => libraryListRows(roots, files), [roots, files])
  const filter = useRef<HTMLInputElement>(null)
  const isReady = status === 'ready' && rootsStatus === 'ready'

  const step = (by: 1 | -1): void => {
    const next = stepFile(rows, fileId ?? null, by)
    if (next) navigate({ area: 'knowledge', fileId: next.key }, { replace: fileId !== undefined })
  }
  useShortcuts('knowledge', [
    { action: 'library.next', keys: 'j', label: t('next'), run: () => step(1), isHiddenInPalette: true },
    {
      action: 'library.previous',
      keys: 'k',
      label: t('previous'),
      run: () => step(-1),
      isHiddenInPalette: true,
    },
    { action: 'library.filter', keys: 'f', label: t('filter'), run: () => filter.current?.focus() },
  ])

  return (
    <FileDrop className="library-drop" hint={t('dropHere')} onFiles={dropOnLibrary}>
      <AreaLayout
        area="knowledge"
        list={
          <LibraryList
            rows={rows}
            total={meta?.total ?? 0}
            isReady={isReady}
            roots={roots}
            isEmpty={rootsStatus === 'ready' && roots.length === 0}
            openId={fileId}
            filterRef={filter}
          />
        }
        detail={
          fileId !== undefined ? (
            <FileView fileId={fileId} />
          ) : rootsStatus === 'ready' ? (
            <LibraryRoots roots={roots} />
          ) : null
        }
      />
    </FileDrop>
  )
}
