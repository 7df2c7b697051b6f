/** What the window has to say: that something cannot be saved and why, that it was saved, and what could be attached. */
import { CircleCheck, ImagePlus } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../i18n/locale-provider.tsx'
import { hasClipboardPicture, openMainWindow, pasteClipboard } from '../state/capture.ts'
import { navigate } from '../state/navigation.ts'
import { formatRoute } from '../state/routes.ts'
import { Banner, Button, InlineError, Kbd } from '../ui/index.ts'
import { excessOf } from './capture-model.ts'
import type { Capture, Saved } from './use-capture.ts'
import type { Readiness } from './use-readiness.ts'

interface CaptureNotesProps {
  readonly capture: Capture
  readonly readiness: Readiness
  /** Another number each time that the window comes up. */
  readonly visit: number
  /** What was saved was seen: out of the way. */
  readonly onDone: () => void
  readonly focusText: () => void
}

export function CaptureNotes({ capture, readiness, visit, onDone, focusText }: CaptureNotesProps): ReactNode {
  const { saved } = capture
  return (
    <div className="capture-notes">
      <EngineNote readiness={readiness} isWaiting={capture.isWaiting} />
      <PictureOffer key={visit} focusText={focusText} />
      <ProblemNote capture={capture} />
      {saved ? (
        <SavedNote
          key={formatRoute(saved.route)}
          saved={saved}
          capture={capture}
          visit={visit}
          onDone={onDone}
        />
      ) : null}
    </div>
  )
}

function EngineNote({
  readiness,
  isWaiting,
}: {
  readonly readiness: Readiness
  readonly isWaiting: boolean
}): ReactNode {
  const { t } = useTranslation('capture')
  if (readiness === 'ready') return null
  if (readiness === 'starting') {
    return (
      <p className="capture-quiet" role="status">
        {t(isWaiting ? 'engine.waiting' : 'engine.starting')}
      </p>
    )
  }
  return (
    <Banner
      tone={readiness === 'failed' ? 'danger' : 'info'}
      title={t(`engine.${readiness}`)}
      actions={
        <Button size="small" onPress={openMainWindow}>
          {t('engine.open')}
        </Button>
      }
    />
  )
}

/** Nothing is attached that nobody asked for: a picture may lie there since yesterday. */
function PictureOffer({ focusText }: { readonly focusText: () => void }): ReactNode {
  const { t } = useTranslation('capture')
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    let isOver = false
    void hasClipboardPicture().then((found) => {
      if (!isOver) setThere(found)
    })
    return () => {
      isOver = true
    }
  }, [])
  if (!isThere) return null
  return (
    <div className="capture-offer" role="status">
      <ImagePlus aria-hidden />
      <span className="capture-offer-words">{t('picture.offer')}</span>
      <Button
        size="small"
        onPress={() => {
          setThere(false)
          focusText()
          pasteClipboard()
        }}
      >
        {t('picture.attach')}
      </Button>
      <Button
        size="small"
        variant="ghost"
        onPress={() => {
          setThere(false)
          focusText()
        }}
      >
        {t('picture.dismiss')}
      </Button>
    </div>
  )
}

function ProblemNote({ capture }: { readonly capture: Capture }): ReactNode {
  const { t } = useTranslation('capture')
  const formats = useFormats()
  const { kind, draft, problem, failure } = capture
  if (failure !== '') return <InlineError>{failure}</InlineError>
  const excess = excessOf(kind, draft.text)
  if (excess !== null) {
    const values = { count: excess, number: formats.number(excess) }
    return (
      <InlineError>
        {kind === 'ticket' ? t('problem.tooLongTicket', values) : t('problem.tooLong', values)}
      </InlineError>
    )
  }
  switch (problem) {
    case 'empty':
      return <InlineError>{t('problem.empty')}</InlineError>
    case 'no-title':
      return <InlineError>{t('problem.noTitle')}</InlineError>
    case 'no-conversation':
      return <InlineError>{t('problem.noConversation')}</InlineError>
    case 'no-queue':
      return <InlineError>{t('problem.noQueue')}</InlineError>
    case 'copying':
      return (
        <p className="capture-quiet" role="status">
          {t('problem.copying')}
        </p>
      )
    case 'too-long':
    case null:
      return null
  }
}

/** How long it stands there before the window goes; not while somebody is about to press something in it. */
const seenAfterMs = 2_000

interface SavedNoteProps {
  readonly saved: Saved
  readonly capture: Capture
  readonly visit: number
  readonly onDone: () => void
}

/** Goes with the window; it stands there once more when the window comes up the next time, until something is written. */
function SavedNote({ saved, capture, visit, onDone }: SavedNoteProps): ReactNode {
  const { t } = useTranslation(['capture', 'common'])
  const [isHeld, setHeld] = useState(false)
  const [savedAt] = useState(visit)
  const [isSeen, setSeen] = useState(false)
  const isLater = visit !== savedAt
  useEffect(() => {
    if (isHeld || isSeen || isLater) return
    const timer = setTimeout(() => {
      setSeen(true)
      onDone()
    }, seenAfterMs)
    return () => clearTimeout(timer)
  }, [isHeld, isSeen, isLater, onDone])
  return (
    // It only stays while somebody is about to press a button in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="capture-saved"
      role="status"
      // It may appear right under a pointer that nobody moves.
      onPointerMove={({ movementX, movementY }) => {
        if (movementX !== 0 || movementY !== 0) setHeld(true)
      }}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <CircleCheck aria-hidden />
      <span className="capture-saved-words">{saved.sentence}</span>
      <Button
        size="small"
        variant="ghost"
        onPress={() => {
          navigate(saved.route)
          capture.forgetSaved()
          onDone()
        }}
      >
        {t('saved.open')}
      </Button>
      {saved.takeBack ? (
        <Button
          size="small"
          variant="ghost"
          trailing={<Kbd keys="Mod+Z" />}
          onPress={() => void capture.takeBack()}
        >
          {t('common:action.undo')}
        </Button>
      ) : null}
    </div>
  )
}
