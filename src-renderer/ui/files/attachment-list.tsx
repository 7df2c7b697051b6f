/** What an entry carries: pictures as thumbnails, all else as rows with what can be done with them. */
import { Download, FileText, MoreHorizontal, Pin, RotateCw, X } from 'lucide-react'
import { memo, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { Menu, MenuItem } from '../overlays/menu.tsx'
import { hasBytes, isFetchedAtOnce, isShown } from './file-kinds.ts'
import { useFileState } from './file-state.ts'
import './files.css'

type Act = (file: AttachmentRow) => void

export interface AttachmentActions {
  readonly open: Act
  readonly save: Act
  readonly fetch: Act
  readonly cancel: Act
  readonly retry: Act
  readonly keep: Act
}

export interface AttachmentListProps {
  readonly attachments: readonly AttachmentRow[]
  /** Stable: the list is drawn again only when what it shows changes. */
  readonly actions: AttachmentActions
}

export const AttachmentList = memo(function AttachmentList({
  attachments,
  actions,
}: AttachmentListProps): ReactNode {
  const { t } = useTranslation('files')
  if (attachments.length === 0) return null
  return (
    <ul className="ui-attachments" aria-label={t('ofEntry')}>
      {attachments.map((file) => (
        <li key={file.id} className="ui-attachment" {...(isShown(file) ? { 'data-picture': '' } : {})}>
          {isShown(file) ? (
            <Picture file={file} actions={actions} />
          ) : (
            <FileRow file={file} actions={actions} />
          )}
        </li>
      ))}
    </ul>
  )
})

interface PartProps {
  readonly file: AttachmentRow
  readonly actions: AttachmentActions
}

function Picture({ file, actions }: PartProps): ReactNode {
  const { t } = useTranslation('files')
  const state = useFileState(file)
  return (
    <>
      <button
        type="button"
        className="ui-attachment-picture"
        aria-label={t('openNamed', { name: file.name })}
        title={file.name}
        onClick={() => actions.open(file)}
      >
        <img
          src={`outpost-blob://blob/${file.id}`}
          alt={t('pictureAlt', { name: file.name })}
          loading="lazy"
          decoding="async"
          draggable={false}
        />
      </button>
      <FileMenu file={file} actions={actions} />
      {state === null ? null : <span className="ui-attachment-state">{state.text}</span>}
    </>
  )
}

function FileRow({ file, actions }: PartProps): ReactNode {
  const { t } = useTranslation('files')
  const formats = useFormats()
  const state = useFileState(file)
  const isHere = hasBytes(file)
  const isWanted = isFetchedAtOnce(file)
  const { fetch } = actions
  useEffect(() => {
    if (isWanted) fetch(file)
    // Once for each file that comes into view, not for each change of its row.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isWanted, file.id])
  return (
    <>
      <FileText className="ui-attachment-icon" aria-hidden />
      <span className="ui-attachment-about">
        {isHere ? (
          <button
            type="button"
            className="ui-attachment-name ui-truncate"
            title={t('openNamed', { name: file.name })}
            onClick={() => actions.open(file)}
          >
            {file.name}
          </button>
        ) : (
          <span className="ui-attachment-name ui-truncate" dir="auto" title={file.name}>
            {file.name}
          </span>
        )}
        <span className="ui-attachment-size">
          {formats.bytes(file.size)}
          {file.kept ? (
            <>
              {' '}
              <Pin aria-hidden />
              <span className="ui-visually-hidden">{t('kept')}</span>
            </>
          ) : null}
        </span>
        {state === null ? null : (
          <span
            className="ui-attachment-state"
            {...(state.isFailure ? { 'data-failed': '', role: 'alert' } : {})}
          >
            {state.text}
          </span>
        )}
        {state?.ratio === undefined ? null : (
          <span className="ui-attachment-track" aria-hidden>
            <span style={{ transform: `scaleX(${state.ratio})` }} />
          </span>
        )}
      </span>
      <MainAction file={file} actions={actions} />
      <FileMenu file={file} actions={actions} />
    </>
  )
}

function MainAction({ file, actions }: PartProps): ReactNode {
  const { t } = useTranslation('files')
  const { name } = file
  switch (file.state.type) {
    case 'on-server':
    case 'awaited':
      return (
        <IconButton
          size="small"
          label={t('fetchNamed', { name })}
          icon={<Download aria-hidden />}
          onPress={() => actions.fetch(file)}
        />
      )
    case 'downloading':
      return (
        <IconButton
          size="small"
          label={t('cancelNamed', { name })}
          icon={<X aria-hidden />}
          onPress={() => actions.cancel(file)}
        />
      )
    case 'upload-failed':
    case 'download-failed':
      return (
        <IconButton
          size="small"
          label={t('retryNamed', { name })}
          icon={<RotateCw aria-hidden />}
          onPress={() => actions.retry(file)}
        />
      )
    default:
      return null
  }
}

function FileMenu({ file, actions }: PartProps): ReactNode {
  const { t } = useTranslation('files')
  if (file.state.type === 'gone') return null
  const label = t('more', { name: file.name })
  const isHere = hasBytes(file)
  return (
    <Menu
      label={label}
      placement="bottom end"
      trigger={
        <IconButton
          size="small"
          className="ui-attachment-more"
          label={label}
          icon={<MoreHorizontal aria-hidden />}
        />
      }
    >
      {isHere ? <MenuItem id="open" label={t('open')} onAction={() => actions.open(file)} /> : null}
      {isHere ? <MenuItem id="save" label={t('save')} onAction={() => actions.save(file)} /> : null}
      <MenuItem id="keep" label={t(file.kept ? 'unkeep' : 'keep')} onAction={() => actions.keep(file)} />
    </Menu>
  )
}
