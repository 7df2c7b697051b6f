/** All files of this device that are searched, by what they were added with. */
import { CircleSlash, FileStack, FileText, SearchX } from 'lucide-react'
import { useCallback, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryFileId } from '#shared/base/ids.ts'
import type { LibraryFile, LibraryRoot } from '#shared/contract/library.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { navigate } from '../../../state/navigation.ts'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { EmptyState, SearchField, SegmentedControl, useFrameMode, VirtualList } from '../../../ui/index.ts'
import { AddMenu } from './add-button.tsx'
import { setLibraryFilter, useLibraryFilter, type LibraryShow } from './library-filter.ts'
import type { LibraryListRow } from './model/library-groups.ts'
import { LibraryProgress } from './library-progress.tsx'
import { NothingAdded, RootCards } from './library-roots.tsx'
import { KnowledgeSections } from './sections.tsx'
import './library.css'

export interface LibraryListProps {
  readonly rows: readonly LibraryListRow[]
  /** Files that fit, shown or not. */
  readonly total: number
  readonly isReady: boolean
  readonly roots: readonly LibraryRoot[]
  readonly isEmpty: boolean
  readonly openId: LibraryFileId | undefined
  readonly filterRef: RefObject<HTMLInputElement | null>
}

const heights = { root: 34, file: 30 } as const

export function LibraryList(props: LibraryListProps): ReactNode {
  const { rows, total, isReady, roots, isEmpty, openId, filterRef } = props
  const { t } = useTranslation('library')
  const formats = useFormats()
  const { text, show } = useLibraryFilter()
  // Where there is one pane, what was added stands above its files.
  const isSingle = useFrameMode() === 'single'
  const cards = isSingle && text === '' && show === 'all' ? <RootCards roots={roots} /> : null
  const filterKeys = useShortcutKeys('library.filter')
  const shown = rows.filter(({ type }) => type === 'file').length

  const getKey = useCallback((index: number) => rows[index]?.key ?? String(index), [rows])
  const renderRow = useCallback(
    (index: number): ReactNode => {
      const row = rows[index]
      if (!row) return null
      if (row.type === 'file') return <FileButton file={row.file} isOpen={row.key === openId} />
      return (
        <h2 className="library-root" title={row.path}>
          <span className="ui-truncate" dir="auto">
            {row.name}
          </span>
        </h2>
      )
    },
    [rows, openId],
  )

  return (
    <div className="library-list">
      <header className="library-list-head">
        <KnowledgeSections section="files" />
        <span className="library-gap" />
        <AddMenu />
      </header>
      {isEmpty ? null : (
        <div className="library-list-filter">
          <SearchField
            label={t('filter')}
            placeholder={t('filter')}
            value={text}
            onChange={(next) => setLibraryFilter({ text: next })}
            inputRef={filterRef}
            {...(filterKeys === undefined ? {} : { shortcut: filterKeys })}
          />
          <div className="library-list-line">
            <SegmentedControl<LibraryShow>
              label={t('show.label')}
              isLabelHidden
              value={show}
              onChange={(next) => setLibraryFilter({ show: next })}
              options={(['all', 'skipped'] as const).map((id) => ({ id, label: t(`show.${id}`) }))}
            />
            <span className="library-list-total">
              {t('total', { count: total, number: formats.number(total) })}
            </span>
          </div>
          <LibraryProgress />
        </div>
      )}
      <div className="library-list-rows">
        {rows.length > 0 ? (
          <VirtualList
            label={t('list')}
            role="list"
            count={rows.length}
            getKey={getKey}
            renderRow={renderRow}
            rowHeight={(index) => heights[rows[index]?.type ?? 'file']}
            activeKey={openId ?? null}
            {...(cards === null ? {} : { before: cards })}
          />
        ) : isReady ? (
          isEmpty && isSingle ? (
            <NothingAdded />
          ) : (
            <>
              {cards}
              <NoFiles isEmpty={isEmpty} show={text === '' ? show : 'all'} />
            </>
          )
        ) : null}
      </div>
      {total > shown ? (
        <p className="library-list-more">
          {t('moreFiles', { count: total - shown, number: formats.number(total - shown) })}
        </p>
      ) : null}
    </div>
  )
}

function FileButton({ file, isOpen }: { readonly file: LibraryFile; readonly isOpen: boolean }): ReactNode {
  const { t } = useTranslation('library')
  const note =
    file.state === 'waiting'
      ? t('state.waiting')
      : file.state === 'skipped'
        ? t('state.skipped')
        : file.partly !== null
          ? t('state.partly')
          : null
  const place = file.folder === '' ? file.name : `${file.folder}/${file.name}`
  return (
    <button
      type="button"
      className="library-row"
      data-state={file.state}
      title={place}
      onClick={() => navigate({ area: 'knowledge', fileId: file.key })}
      {...(isOpen ? { 'aria-current': 'page' } : {})}
    >
      {file.state === 'skipped' ? <CircleSlash aria-hidden /> : <FileText aria-hidden />}
      <span className="ui-truncate" dir="auto">
        {file.name}
        {file.folder === '' ? null : <span className="library-row-folder"> {file.folder}</span>}
      </span>
      {note === null ? null : <span className="library-row-note">{note}</span>}
    </button>
  )
}

function NoFiles({ isEmpty, show }: { readonly isEmpty: boolean; readonly show: LibraryShow }): ReactNode {
  const { t } = useTranslation('library')
  if (isEmpty) {
    return (
      <EmptyState
        isCompact
        icon={<FileStack aria-hidden />}
        title={t('empty.title')}
        text={t('empty.hint')}
      />
    )
  }
  return show === 'skipped' ? (
    <EmptyState
      isCompact
      icon={<FileStack aria-hidden />}
      title={t('empty.noSkipped')}
      text={t('empty.noSkippedText')}
    />
  ) : (
    <EmptyState isCompact icon={<SearchX aria-hidden />} title={t('empty.none')} text={t('empty.noneText')} />
  )
}
