/** Questions asked on this device, newest first. */
import { History, MoreHorizontal, Plus, Trash2 } from 'lucide-react'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionId } from '#shared/base/ids.ts'
import type { QuestionRow } from '#shared/contract/ask.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { navigate } from '../../../state/navigation.ts'
import { useShortcuts } from '../../../state/shortcuts.ts'
import { requestAskFocus } from '../../../state/ui.ts'
import {
  AlertDialog,
  EmptyState,
  IconButton,
  Menu,
  MenuItem,
  RelativeTime,
  SearchField,
  VirtualList,
} from '../../../ui/index.ts'
import { forget, forgetAll } from '../ask-actions.ts'
import { setAskSearch, useAsk } from '../ask-state.ts'

const rowHeightPx = 58

export function QuestionHistory({ openId }: { readonly openId: QuestionId | undefined }): ReactNode {
  const { t } = useTranslation('ask')
  const search = useAsk((state) => state.search)
  const { status, rows } = useLiveQuery('ask.history', { text: search.trim() }, { keepPrevious: true })
  const [isAsked, setAsked] = useState(false)
  const getKey = useCallback((index: number) => rows[index]?.key ?? '', [rows])
  const renderRow = useCallback(
    (index: number) => {
      const row = rows[index]
      return row ? <Row row={row} isOpen={row.key === openId} /> : null
    },
    [rows, openId],
  )
  const step = (by: 1 | -1): void => {
    const index = rows.findIndex(({ key }) => key === openId)
    const next = index === -1 ? rows[by === 1 ? 0 : rows.length - 1] : rows[index + by]
    if (next) navigate({ area: 'ask', questionId: next.key }, { replace: openId !== undefined })
  }
  useShortcuts('ask', [
    { action: 'ask.next', keys: 'j', label: t('key.next'), run: () => step(1), isHiddenInPalette: true },
    {
      action: 'ask.previous',
      keys: 'k',
      label: t('key.previous'),
      run: () => step(-1),
      isHiddenInPalette: true,
    },
  ])

  const isEmpty = status === 'ready' && rows.length === 0
  return (
    <section className="ask-history" aria-label={t('history.label')}>
      <header className="ask-history-head">
        <h2>{t('title')}</h2>
        <IconButton
          label={t('history.new')}
          shortcut="n"
          icon={<Plus aria-hidden />}
          onPress={() => {
            navigate({ area: 'ask' })
            requestAskFocus()
          }}
        />
        <Menu
          label={t('history.menu')}
          placement="bottom end"
          trigger={<IconButton label={t('history.menu')} icon={<MoreHorizontal aria-hidden />} />}
        >
          <MenuItem
            label={t('history.clear')}
            icon={<Trash2 aria-hidden />}
            isDanger
            isDisabled={isEmpty && search === ''}
            onAction={() => setAsked(true)}
          />
        </Menu>
      </header>
      <div className="ask-history-search">
        <SearchField
          label={t('history.search')}
          placeholder={t('history.search')}
          value={search}
          onChange={setAskSearch}
          maxLength={500}
        />
      </div>
      <div className="ask-history-rows">
        {isEmpty ? (
          <EmptyState
            isCompact
            icon={<History aria-hidden />}
            title={search === '' ? t('history.empty') : t('history.none')}
          />
        ) : (
          <VirtualList
            role="list"
            label={t('history.label')}
            count={rows.length}
            getKey={getKey}
            renderRow={renderRow}
            rowHeight={rowHeightPx}
            activeKey={openId ?? null}
          />
        )}
      </div>
      <AlertDialog
        isOpen={isAsked}
        onOpenChange={setAsked}
        title={t('history.clearTitle')}
        confirmLabel={t('history.clear')}
        isDanger
        onConfirm={() => void forgetAll()}
      >
        {t('history.clearText')}
      </AlertDialog>
    </section>
  )
}

function Row({ row, isOpen }: { readonly row: QuestionRow; readonly isOpen: boolean }): ReactNode {
  const { t } = useTranslation('ask')
  return (
    <div className="ask-row" {...(isOpen ? { 'data-open': '' } : {})}>
      <button
        type="button"
        className="ask-row-open"
        {...(isOpen ? { 'aria-current': 'page' as const } : {})}
        onClick={() => navigate({ area: 'ask', questionId: row.key })}
      >
        <span className="ask-row-text">{row.text}</span>
        <span className="ask-row-foot">
          {row.state === 'done' ? null : <span>{t(`history.state.${row.state}`)} · </span>}
          <RelativeTime atMs={row.askedAt} />
        </span>
      </button>
      <IconButton
        size="small"
        className="ask-row-delete"
        label={t('history.delete')}
        icon={<Trash2 aria-hidden />}
        onPress={() => void forget(row)}
      />
    </div>
  )
}
