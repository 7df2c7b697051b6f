/** Takes files that are dropped or pasted anywhere on what it wraps. Text goes its own way. */
import { Paperclip } from 'lucide-react'
import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../controls/icon-button.tsx'
import './files.css'

export interface FileDropProps {
  readonly className: string
  readonly onFiles: (files: readonly File[]) => void
  /** Shown while files are held over it; that they will be attached, where left out. */
  readonly hint?: string
  readonly children: ReactNode
}

export function FileDrop({ className, onFiles, hint, children }: FileDropProps): ReactNode {
  const { t } = useTranslation('files')
  /** Of nested elements each says that it was entered and left. */
  const depth = useRef(0)
  const [isOver, setOver] = useState(false)
  const end = (): void => {
    depth.current = 0
    setOver(false)
  }
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files')
  return (
    // What can be done here by mouse can be done by the button beside it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={className}
      {...(isOver ? { 'data-drop': '' } : {})}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return
        depth.current++
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (hasFiles(event) && --depth.current <= 0) end()
      }}
      onDragOver={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        end()
        take([...event.dataTransfer.files], onFiles)
      }}
      onPaste={(event: ClipboardEvent) => {
        const files = [...event.clipboardData.files]
        // Copied cells and words bring a picture of themselves along: they are meant as words.
        if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return
        event.preventDefault()
        take(files, onFiles)
      }}
    >
      {children}
      {isOver ? (
        <span className="ui-file-drop" aria-hidden>
          {hint ?? t('dropHere')}
        </span>
      ) : null}
    </div>
  )
}

function take(files: readonly File[], onFiles: (files: readonly File[]) => void): void {
  if (files.length > 0) onFiles(files)
}

export function AttachButton({ onPress }: { readonly onPress: () => void }): ReactNode {
  const { t } = useTranslation('files')
  return <IconButton size="small" label={t('attach')} icon={<Paperclip aria-hidden />} onPress={onPress} />
}
