/** The form: one text, and what it becomes. Esc puts it away and keeps it, Mod+Enter saves. */
import { Inbox, NotebookPen, MessageSquare, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaptureKind } from '#shared/contract/preferences.ts'
import { hideCapture, onCaptureShown } from '../state/capture.ts'
import { useWorkspaces } from '../state/workspaces.ts'
import { AttachButton, Button, DraftFiles, FileDrop, IconButton, Kbd, SegmentedControl } from '../ui/index.ts'
import { CaptureFields } from './capture-fields.tsx'
import { captureKinds } from './capture-model.ts'
import { CaptureNotes } from './capture-notes.tsx'
import { useCapture, type Capture } from './use-capture.ts'
import { useReadiness } from './use-readiness.ts'
import { useUnsavedText } from './unsaved-text.ts'
import './capture.css'

const icons: Readonly<Record<CaptureKind, ReactNode>> = {
  note: <NotebookPen aria-hidden />,
  message: <MessageSquare aria-hidden />,
  ticket: <Inbox aria-hidden />,
}

export function CaptureForm(): ReactNode {
  const { t } = useTranslation('capture')
  const readiness = useReadiness()
  const capture = useCapture(readiness)
  const { kind, draft, files, saved } = capture
  const text = useRef<HTMLTextAreaElement>(null)
  /** Goes up each time that the window comes up. */
  const [visit, setVisit] = useState(0)
  useUnsavedText(draft, readiness === 'ready', readiness === 'failed' || readiness === 'none')
  useEffect(
    () =>
      onCaptureShown(() => {
        setVisit((count) => count + 1)
        text.current?.focus()
      }),
    [],
  )
  useEffect(() => {
    document.title = t('title')
  }, [t])

  const hide = (): void => {
    draft.flush()
    capture.customer.flush()
    hideCapture(readiness !== 'ready' && draft.getText() !== '')
  }
  const save = (): void => {
    void capture.save()
    text.current?.focus()
  }
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!isMod) return
    const chosen = captureKinds[Number(/^Digit([1-3])$/.exec(event.code)?.[1] ?? 0) - 1]
    if (event.key === 'Enter') save()
    else if (chosen) {
      capture.choose(chosen)
      text.current?.focus()
    } else if (event.key === 'z' && saved?.takeBack && draft.text === '') void capture.takeBack()
    else if (event.key === 'w') hide()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // The keys of the whole window: each is also on a button.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main
      className="capture"
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) hide()
      }}
    >
      <Head capture={capture} onHide={hide} />
      <div className="capture-scroll">
        <FileDrop className="capture-body" onFiles={files.add}>
          <textarea
            ref={text}
            className="capture-text"
            aria-label={t(`kind.${kind}`)}
            placeholder={t(`placeholder.${kind}`)}
            value={draft.text}
            onChange={({ target }) => {
              if (saved) capture.forgetSaved()
              draft.setText(target.value)
            }}
            onBlur={draft.flush}
            // The window is opened to write in it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            spellCheck
          />
          <DraftFiles files={files.list} onRemove={files.remove} />
        </FileDrop>
        <CaptureNotes
          capture={capture}
          readiness={readiness}
          visit={visit}
          onDone={hide}
          focusText={() => text.current?.focus()}
        />
        <CaptureFields capture={capture} />
      </div>
      <div className="capture-foot">
        <AttachButton onPress={files.choose} />
        <span className="capture-space" />
        <Button variant="primary" trailing={<Kbd keys="Mod+Enter" />} onPress={save}>
          {t(`save.${kind}`)}
        </Button>
      </div>
    </main>
  )
}

function Head({ capture, onHide }: { readonly capture: Capture; readonly onHide: () => void }): ReactNode {
  const { t } = useTranslation('capture')
  const { current, list } = useWorkspaces()
  const named = list.filter(({ name }) => name !== '')
  const workspace = named.length > 1 ? named.find(({ id }) => id === current) : undefined
  return (
    <header className="capture-head">
      <h1 className="ui-visually-hidden">{t('title')}</h1>
      <SegmentedControl<CaptureKind>
        className="capture-kinds"
        label={t('kind.label')}
        isLabelHidden
        options={captureKinds.map((id) => ({ id, label: t(`kind.${id}`), icon: icons[id] }))}
        value={capture.kind}
        onChange={capture.choose}
      />
      <Kbd keys="Mod+1" />
      <span className="capture-dots" aria-hidden>
        –
      </span>
      <Kbd keys="3" />
      <span className="capture-space" />
      {workspace ? (
        <span className="capture-workspace ui-truncate" title={t('workspace', { name: workspace.name })}>
          <span className="ui-visually-hidden">{t('workspace', { name: '' })}</span>
          {workspace.name}
        </span>
      ) : null}
      <IconButton label={t('hide')} shortcut="Escape" icon={<X aria-hidden />} onPress={onHide} />
    </header>
  )
}
