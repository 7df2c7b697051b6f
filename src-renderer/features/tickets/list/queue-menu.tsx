/** What can be done with a queue: by its button, or by a right click on its row. */
import { Archive, ArchiveRestore, Ellipsis, PencilLine } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { QueueRow } from '#shared/contract/tickets.ts'
import { runCommand, undoable } from '../../../state/commands.ts'
import { IconButton, Menu, MenuItem } from '../../../ui/index.ts'
import { NoticeLevelMenu } from '../../../app/notice-level-menu.tsx'
import { openQueueDialog } from '../state/panel-state.ts'

export function QueueMenu({ queue }: { readonly queue: QueueRow }): ReactNode {
  const { t } = useTranslation('tickets')
  const [isOpen, setOpen] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const row = anchor.current?.parentElement
    const open = (event: Event): void => {
      event.preventDefault()
      setOpen(true)
    }
    row?.addEventListener('contextmenu', open)
    return () => row?.removeEventListener('contextmenu', open)
  }, [])

  const archive = (archived: boolean): void => {
    const { key: queueId, name } = queue
    void undoable(
      archived ? t('queue.didArchive', { name }) : t('queue.didRestore', { name }),
      () => runCommand('queue.update', { queueId, archived }),
      () => runCommand('queue.update', { queueId, archived: !archived }),
    )
  }
  return (
    <span ref={anchor} className="view-nav-menu">
      <Menu
        label={t('queue.actions', { name: queue.name })}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <IconButton
            size="small"
            label={t('queue.actions', { name: queue.name })}
            icon={<Ellipsis aria-hidden />}
          />
        }
      >
        <MenuItem
          id="rename"
          label={t('queue.renameAction')}
          icon={<PencilLine aria-hidden />}
          onAction={() => openQueueDialog(queue)}
        />
        <NoticeLevelMenu spaceId={queue.key} kind="queue" />
        <MenuItem
          id="archive"
          label={queue.archived ? t('queue.restore') : t('queue.archive')}
          icon={queue.archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
          onAction={() => archive(!queue.archived)}
        />
      </Menu>
    </span>
  )
}
