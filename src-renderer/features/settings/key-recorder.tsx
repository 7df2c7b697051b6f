import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keyEventToStep } from '../../state/shortcuts.ts'
import { Kbd } from '../../ui/index.ts'

export interface KeyRecorderProps {
  readonly label: string
  readonly keys: string
  /** An empty text where the key was taken away. */
  readonly onRecord: (keys: string) => void
}

/** How long it waits for the next key of a sequence. */
const sequenceMs = 900

/** A button that shows a key, and once pressed takes the next one (or two, one after the other) for it. */
export function KeyRecorder({ label, keys, onRecord }: KeyRecorderProps): ReactNode {
  const { t } = useTranslation('settings')
  const [isRecording, setRecording] = useState(false)
  const [first, setFirst] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const stop = (recorded: string | null): void => {
    clearTimeout(timer.current)
    setRecording(false)
    setFirst('')
    if (recorded !== null && recorded !== keys) onRecord(recorded)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isRecording) return
    const step = keyEventToStep(event.nativeEvent)
    // Tab leaves, as everywhere: nobody is caught in here.
    if (step === null || step === 'Tab' || step === 'Shift+Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (step === 'Escape') stop(null)
    else if (step === 'Backspace' || step === 'Delete') stop('')
    else if (first !== '') stop(`${first} ${step}`)
    else if (step.includes('+')) stop(step)
    else {
      setFirst(step)
      timer.current = setTimeout(() => stop(step), sequenceMs)
    }
  }
  return (
    <button
      type="button"
      className="key-recorder"
      data-shortcuts="off"
      data-recording={isRecording}
      onClick={() => setRecording(true)}
      onBlur={() => stop(first === '' ? null : first)}
      onKeyDown={onKeyDown}
    >
      <span className="ui-visually-hidden">{label}: </span>
      {isRecording && first === '' ? t('keyboard.recording') : null}
      {isRecording && first !== '' ? <Kbd keys={first} /> : null}
      {isRecording ? null : keys === '' ? t('keyboard.none') : <Kbd keys={keys} />}
    </button>
  )
}
