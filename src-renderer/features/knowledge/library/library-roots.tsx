/** What was added: how far each is read, and what can be done about it. Teaches where nothing was added yet. */
import { Ellipsis, FileStack, FileText, Folder, RefreshCw, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryRoot } from '#shared/contract/library.ts'
import { ListToggle } from '../../../app/area-layout.tsx'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { runCommand } from '../../../state/commands.ts'
import { showToast } from '../../../state/toasts.ts'
import { AlertDialog, Badge, EmptyState, IconButton, Menu, MenuItem } from '../../../ui/index.ts'
import { AddButtons } from './add-button.tsx'
import { nameOfPath } from './model/library-groups.ts'
import './library.css'

export function LibraryRoots({ roots }: { readonly roots: readonly LibraryRoot[] }): ReactNode {
  const { t } = useTranslation('library')
  if (roots.length === 0) {
    return (
      <>
        <div className="library-bar" data-bare="">
          <ListToggle area="knowledge" />
        </div>
        <NothingAdded />
      </>
    )
  }
  return (
    <div className="library-scroll">
      <div className="library-bar" data-bare="">
        <ListToggle area="knowledge" />
      </div>
      <section className="library-page" aria-labelledby="library-roots-title">
        <h1 id="library-roots-title" className="library-title">
          {t('roots.title')}
        </h1>
        <p className="library-hint">{t('roots.hint')}</p>
        <RootCards roots={roots} />
        <div className="library-actions">
          <AddButtons />
        </div>
      </section>
    </div>
  )
}

export function NothingAdded(): ReactNode {
  const { t } = useTranslation('library')
  return (
    <EmptyState
      icon={<FileStack aria-hidden />}
      title={t('empty.title')}
      text={
        <>
          {t('empty.text')} {t('empty.hint')}
        </>
      }
      action={<AddButtons />}
    />
  )
}

export function RootCards({ roots }: { readonly roots: readonly LibraryRoot[] }): ReactNode {
  const [leaving, setLeaving] = useState<LibraryRoot | null>(null)
  return (
    <>
      <ul className="library-roots">
        {roots.map((root) => (
          <RootCard key={root.key} root={root} onRemove={() => setLeaving(root)} />
        ))}
      </ul>
      <RemoveDialog root={leaving} onClose={() => setLeaving(null)} />
    </>
  )
}

function RootCard({
  root,
  onRemove,
}: {
  readonly root: LibraryRoot
  readonly onRemove: () => void
}): ReactNode {
  const { t } = useTranslation('library')
  const formats = useFormats()
  const { kind, path, state, files, indexed, skipped, waiting } = root
  const name = nameOfPath(path)
  const isTrouble = state === 'missing' || state === 'no-access' || state === 'too-many'
  const shown = state === 'ready' && waiting > 0 ? 'waiting' : state
  const tone = isTrouble ? 'warning' : shown === 'ready' ? 'success' : 'info'
  return (
    <li className="library-card">
      <span className="library-card-icon" aria-hidden>
        {kind === 'folder' ? <Folder /> : <FileText />}
      </span>
      <div className="library-card-words">
        <p className="library-card-name">{name}</p>
        <p className="library-card-path" title={path}>
          {path}
        </p>
        <p className="library-card-counts">
          <Badge tone={tone}>{t(`roots.state.${shown}`)}</Badge>
          <span>
            {t('roots.counts', { indexed: formats.number(indexed), files: formats.number(files) })}
            {skipped === 0
              ? null
              : `, ${t('roots.skipped', { count: skipped, number: formats.number(skipped) })}`}
          </span>
        </p>
        {isTrouble ? <p className="library-card-explain">{t(`roots.explain.${state}`)}</p> : null}
      </div>
      <Menu
        label={t('roots.more', { name })}
        placement="bottom end"
        trigger={<IconButton label={t('roots.more', { name })} icon={<Ellipsis aria-hidden />} />}
      >
        <MenuItem
          label={t('roots.rescan')}
          icon={<RefreshCw aria-hidden />}
          onAction={() => void runCommand('library.rescan', { rootId: root.key })}
        />
        <MenuItem label={t('roots.remove')} icon={<Trash2 aria-hidden />} isDanger onAction={onRemove} />
      </Menu>
    </li>
  )
}

function RemoveDialog({
  root,
  onClose,
}: {
  readonly root: LibraryRoot | null
  readonly onClose: () => void
}): ReactNode {
  const { t } = useTranslation('library')
  const name = root === null ? '' : nameOfPath(root.path)
  const remove = async (): Promise<void> => {
    if (root === null) return
    const done = await runCommand('library.remove', { rootId: root.key })
    if (done.ok) showToast({ tone: 'success', text: t('remove.done', { name }) })
  }
  return (
    <AlertDialog
      isOpen={root !== null}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={t('remove.title', { name })}
      confirmLabel={t('remove.confirm')}
      onConfirm={() => void remove()}
    >
      {t('remove.text')}
    </AlertDialog>
  )
}
