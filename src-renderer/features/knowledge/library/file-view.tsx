/** A file's text as it was read, with the passage marked that was asked for. */
import { ExternalLink, FileQuestion, FolderOpen } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryFileId } from '#shared/base/ids.ts'
import type { FileBlock, FileMeta } from '#shared/contract/library.ts'
import { ListToggle } from '../../../app/area-layout.tsx'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useQuoteHighlight } from '../../../passages/use-quote-highlight.ts'
import { openLibraryFile, showLibraryFile } from '../../../state/library.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { useQuoteAt } from '../../../state/quote.ts'
import {
  Banner,
  Button,
  EmptyState,
  RelativeTime,
  VirtualList,
  type VirtualListHandle,
} from '../../../ui/index.ts'
import { findBlock } from './model/find-block.ts'
import './library.css'

export function FileView({ fileId }: { readonly fileId: LibraryFileId }): ReactNode {
  const { t } = useTranslation('library')
  const { meta, rows } = useLiveQuery('library.file', { fileId })
  if (meta === undefined) return null
  if (meta === null) {
    return (
      <>
        <div className="library-bar" data-bare="">
          <ListToggle area="knowledge" />
        </div>
        <EmptyState icon={<FileQuestion aria-hidden />} title={t('empty.gone')} text={t('empty.goneText')} />
      </>
    )
  }
  return <OpenFile key={fileId} meta={meta} blocks={rows} />
}

function OpenFile({
  meta,
  blocks,
}: {
  readonly meta: FileMeta
  readonly blocks: readonly FileBlock[]
}): ReactNode {
  const { t } = useTranslation('library')
  const { file, path } = meta
  return (
    <article className="library-file" aria-label={file.name}>
      <header className="library-bar">
        <ListToggle area="knowledge" />
        <span className="library-place ui-truncate" dir="auto" title={path}>
          {path}
        </span>
        <span className="library-gap" />
        <Button
          size="small"
          variant="ghost"
          icon={<ExternalLink aria-hidden />}
          onPress={() => openLibraryFile(file.key)}
        >
          {t('file.open')}
        </Button>
        <Button
          size="small"
          variant="ghost"
          icon={<FolderOpen aria-hidden />}
          onPress={() => showLibraryFile(file.key)}
        >
          {t('file.showInFolder')}
        </Button>
      </header>
      <FileText meta={meta} blocks={blocks} />
    </article>
  )
}

function FileText({
  meta,
  blocks,
}: {
  readonly meta: FileMeta
  readonly blocks: readonly FileBlock[]
}): ReactNode {
  const { t } = useTranslation('library')
  const list = useRef<VirtualListHandle>(null)
  const container = useRef<HTMLDivElement>(null)
  const place = `file/${meta.file.key}` as const
  const quotes = useQuoteAt(place)?.quotes

  // The block must be in the document before it can be marked: most of a long file is not.
  const wanted = useMemo(() => (quotes === undefined ? -1 : findBlock(blocks, quotes)), [blocks, quotes])
  const wantedKey = blocks[wanted]?.key
  useEffect(() => {
    if (wantedKey !== undefined) list.current?.scrollToKey(wantedKey, 'center')
  }, [wantedKey])
  useQuoteHighlight(container, place, blocks)

  const getKey = useCallback((index: number) => blocks[index]?.key ?? String(index), [blocks])
  const renderRow = useCallback(
    (index: number): ReactNode => {
      const block = blocks[index]
      if (!block) return null
      const isNewPage = block.page !== null && block.page !== blocks[index - 1]?.page
      return <Block block={block} isNewPage={isNewPage} />
    },
    [blocks],
  )
  return (
    <div ref={container} className="library-text">
      <VirtualList
        ref={list}
        label={t('file.asRead')}
        role="list"
        count={blocks.length}
        getKey={getKey}
        renderRow={renderRow}
        rowHeight={44}
        isMeasured
        before={<FileHead meta={meta} />}
        {...(wantedKey === undefined ? {} : { initialKey: wantedKey })}
      />
    </div>
  )
}

function FileHead({ meta: { file, pages } }: { readonly meta: FileMeta }): ReactNode {
  const { t } = useTranslation('library')
  const formats = useFormats()
  return (
    <div className="library-file-head">
      <h1 className="library-title">{file.name}</h1>
      <p className="library-file-meta">
        <span>
          {t('file.details', { size: formats.bytes(file.bytes) })} <RelativeTime atMs={file.modifiedAt} />
        </span>
        {pages === null ? null : (
          <span>{t('file.pages', { count: pages, number: formats.number(pages) })}</span>
        )}
      </p>
      {file.state === 'waiting' ? <Banner tone="info" title={t('file.waiting')} /> : null}
      {file.reason === null ? null : (
        <Banner tone="warning" title={t('state.skipped')}>
          {t(`skip.${file.reason}`)}
        </Banner>
      )}
      {file.partly === null ? null : (
        <Banner tone="info" title={t('state.partly')}>
          {t(`partly.${file.partly}`)}
        </Banner>
      )}
    </div>
  )
}

function Block({
  block: { kind, level, page, text },
  isNewPage,
}: {
  readonly block: FileBlock
  readonly isNewPage: boolean
}): ReactNode {
  const { t } = useTranslation('library')
  const formats = useFormats()
  return (
    <div className="library-block" data-kind={kind} dir="auto">
      {isNewPage && page !== null ? (
        <p className="library-page-mark">{t('file.page', { number: formats.number(page) })}</p>
      ) : null}
      {kind === 'heading' ? (
        <p role="heading" aria-level={Math.min(6, (level ?? 1) + 1)} data-level={Math.min(4, level ?? 1)}>
          {text}
        </p>
      ) : kind === 'code' ? (
        <pre>{text}</pre>
      ) : (
        <p data-level={kind === 'item' ? Math.min(4, level ?? 1) : undefined}>{text}</p>
      )}
    </div>
  )
}
