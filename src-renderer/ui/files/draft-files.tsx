/** Files on a draft, as chips: name, size, how far the copying is, what went wrong, and the way to take them off. */
import { File, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftFileRow } from '#shared/contract/attachments.ts'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import './files.css'

export interface DraftFilesProps {
  readonly files: readonly DraftFileRow[]
  readonly onRemove: (key: string) => void
}

export function DraftFiles({ files, onRemove }: DraftFilesProps): ReactNode {
  const { t } = useTranslation('files')
  if (files.length === 0) return null
  return (
    <ul className="ui-draft-files" aria-label={t('onDraft')}>
      {files.map((file) => (
        <Chip key={file.key} file={file} onRemove={() => onRemove(file.key)} />
      ))}
    </ul>
  )
}

function Chip({ file, onRemove }: { readonly file: DraftFileRow; readonly onRemove: () => void }): ReactNode {
  const { t } = useTranslation('files')
  const formats = useFormats()
  const { name, size, state } = file
  const isFailed = state.type === 'failed'
  const ratio = state.type === 'copying' && size > 0 ? Math.min(1, state.done / size) : null
  return (
    <li className="ui-draft-file" {...(isFailed ? { 'data-failed': '' } : {})}>
      <File aria-hidden />
      <span className="ui-draft-file-name ui-truncate" dir="auto" title={name}>
        {name}
      </span>
      {isFailed ? (
        <span className="ui-draft-file-failure" role="alert">
          {t(`failure.${state.reason}`)}
        </span>
      ) : state.type === 'copying' ? (
        <span className="ui-draft-file-size" role="status">
          <span aria-hidden>{formats.percent(ratio ?? 0)}</span>
          <span className="ui-visually-hidden">
            {t('copying', { name, percent: formats.percent(ratio ?? 0) })}
          </span>
        </span>
      ) : (
        <span className="ui-draft-file-size">{formats.bytes(size)}</span>
      )}
      <IconButton size="small" label={t('remove', { name })} icon={<X aria-hidden />} onPress={onRemove} />
    </li>
  )
}
