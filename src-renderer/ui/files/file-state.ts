/** Where an attachment is, in words. */
import { useTranslation } from 'react-i18next'
import type { AttachmentRow } from '#shared/contract/attachments.ts'
import { useFormats } from '../../i18n/locale-provider.tsx'

export interface FileState {
  readonly text: string
  readonly isFailure: boolean
  /** How much of it has been moved. */
  readonly ratio?: number
}

/** Null where there is nothing to say: it is here, and on the server. */
export function useFileState({ state, size }: AttachmentRow): FileState | null {
  const { t } = useTranslation('files')
  const formats = useFormats()
  switch (state.type) {
    case 'here':
      return null
    case 'uploading':
    case 'downloading': {
      const progress = t('sizeOf', { done: formats.bytes(state.done), total: formats.bytes(size) })
      const text = t(`state.${state.type}`, { progress })
      return { text, isFailure: false, ratio: size === 0 ? 1 : Math.min(1, state.done / size) }
    }
    case 'upload-failed':
      return { text: t('uploadFailed', { reason: t(`failure.${state.reason}`) }), isFailure: true }
    case 'download-failed':
      return { text: t('downloadFailed', { reason: t(`failure.${state.reason}`) }), isFailure: true }
    case 'queued':
    case 'on-server':
    case 'awaited':
    case 'gone':
      return { text: t(`state.${state.type}`), isFailure: false }
  }
}
