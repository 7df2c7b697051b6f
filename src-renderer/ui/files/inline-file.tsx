/** A picture or a file inside of a text: the picture itself, or a chip that says what is there and what can be done. */
import { Download, FileText, ImageOff } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import type { AttachmentActions } from './attachment-list.tsx'
import { hasBytes, isFetchedAtOnce, isShown } from './file-kinds.ts'
import { useFileState } from './file-state.ts'
import './files.css'

export interface InlineFileProps {
  /** Undefined where nothing is known of it here. */
  readonly file: AttachmentRow | undefined
  readonly kind: 'picture' | 'file'
  readonly name: string
  readonly size: number
  /** Stands under the picture. */
  readonly alt: string
  readonly actions: AttachmentActions
}

export function InlineFileView(props: InlineFileProps): ReactNode {
  const { file, kind, alt, name, actions } = props
  const { t } = useTranslation('files')
  const id = file?.id
  const [brokenId, setBrokenId] = useState<typeof id>(undefined)
  const isWanted = kind === 'picture' && file !== undefined && isFetchedAtOnce(file)
  useEffect(() => {
    if (isWanted) actions.fetch(file)
    // Once for each file that comes into view, not for each change of its row.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isWanted, id])
  const isDrawn = kind === 'picture' && file !== undefined && isShown(file) && brokenId !== id
  return (
    <span className="ui-inline-file" data-kind={isDrawn ? 'picture' : 'chip'}>
      {isDrawn ? (
        <img
          src={`outpost-blob://blob/${file.id}`}
          alt={alt === '' ? t('pictureAlt', { name }) : ''}
          title={name}
          decoding="async"
          draggable={false}
          onError={() => setBrokenId(id)}
        />
      ) : (
        <Chip {...props} />
      )}
      {kind === 'picture' && alt !== '' ? <span className="ui-inline-file-words">{alt}</span> : null}
    </span>
  )
}

function Chip({ file, kind, name, size, actions }: InlineFileProps): ReactNode {
  const { t } = useTranslation('files')
  const formats = useFormats()
  const isHere = file !== undefined && hasBytes(file)
  const Icon = kind === 'picture' && !isHere ? ImageOff : FileText
  return (
    <span className="ui-inline-file-chip">
      <Icon aria-hidden />
      {isHere ? (
        <button
          type="button"
          className="ui-inline-file-name"
          title={t('openNamed', { name })}
          onClick={() => actions.open(file)}
        >
          {name}
        </button>
      ) : (
        <span className="ui-inline-file-name">{name}</span>
      )}
      {/* What its sender said of it says nothing where nobody has it. */}
      {file === undefined && size === 0 ? null : (
        <span className="ui-inline-file-about">{formats.bytes(file?.size ?? size)}</span>
      )}
      {file === undefined ? (
        <span className="ui-inline-file-about">{t('state.gone')}</span>
      ) : (
        <State file={file} />
      )}
      {file && ['on-server', 'awaited', 'download-failed'].includes(file.state.type) ? (
        <IconButton
          size="small"
          label={t('fetchNamed', { name })}
          icon={<Download aria-hidden />}
          onPress={() => actions.fetch(file)}
        />
      ) : null}
    </span>
  )
}

function State({ file }: { readonly file: AttachmentRow }): ReactNode {
  const state = useFileState(file)
  return state === null ? null : <span className="ui-inline-file-about">{state.text}</span>
}
