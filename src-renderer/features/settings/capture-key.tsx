/** The key for quick capture from any program, and how it stands with it: the system may not give it. */
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { captureKeysOf, type CaptureKeyState } from '#shared/contract/capture-keys.ts'
import { captureKeyState, openCapture } from '../../state/capture.ts'
import { appInfo } from '../../state/engine.ts'
import { setPreferences, usePreferences } from '../../state/preferences.ts'
import { collidingShortcuts, useShortcutKeys } from '../../state/shortcuts.ts'
import { Button, InlineError, Kbd } from '../../ui/index.ts'
import { KeyRecorder } from './key-recorder.tsx'

/** The same in every language. */
const captureCommand = 'outpost --capture'

export function CaptureKeySetting(): ReactNode {
  const { t } = useTranslation('settings')
  const chosen = usePreferences((preferences) => preferences.captureKeys)
  const keys = captureKeysOf(chosen, appInfo.platform)
  const state = useCaptureKeyState(chosen)
  const conflicts = collidingShortcuts(keys)
  return (
    <div className="capture-key">
      <div className="capture-key-row">
        <KeyRecorder
          label={t('capture.record')}
          keys={keys}
          onRecord={(recorded) => setPreferences({ captureKeys: recorded })}
        />
        <Button size="small" onPress={openCapture}>
          {t('capture.open')}
        </Button>
      </div>
      {conflicts.length > 0 ? (
        <InlineError>
          {t('keyboard.conflict', { action: conflicts.map(({ label }) => label).join(', ') })}
        </InlineError>
      ) : null}
      <StateNote state={state} />
    </div>
  )
}

function StateNote({ state }: { readonly state: CaptureKeyState | null }): ReactNode {
  const { t } = useTranslation('settings')
  const inside = useShortcutKeys('app.capture')
  if (state === null || state === 'on') return null
  const ways = (
    <p className="capture-key-note">
      {t('capture.ways')} {inside === undefined ? null : <Kbd keys={inside} />}
    </p>
  )
  if (state === 'off') return ways
  return (
    <>
      {state === 'by-desktop' ? (
        <p className="capture-key-note" role="status">
          {t('capture.byDesktop')} <code>{captureCommand}</code>
        </p>
      ) : (
        <InlineError>{t(`capture.${state}`)}</InlineError>
      )}
      {ways}
    </>
  )
}

/** Null until the shell has said. Asked again once another key was chosen. */
function useCaptureKeyState(chosen: string): CaptureKeyState | null {
  const [state, setState] = useState<CaptureKeyState | null>(null)
  useEffect(() => {
    let isOver = false
    void captureKeyState().then((found) => {
      if (!isOver) setState(found)
    })
    return () => {
      isOver = true
    }
  }, [chosen])
  return state
}
