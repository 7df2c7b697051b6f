/** At the foot of the window while a quotation is shown in its place: whether it is marked, the way back, the way out. */
import { ArrowLeft, Highlighter, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { clearQuote, hasQuote, leaveQuote, useShownQuote } from '../state/quote.ts'
import { useArea } from '../state/navigation.ts'
import { isMainWindow } from '../state/view.ts'
import { useShortcuts } from '../state/shortcuts.ts'
import { Button, IconButton } from '../ui/index.ts'
import './passages.css'

export function QuoteStatus(): ReactNode {
  const shown = useShownQuote()
  const area = useArea()
  // Announced into an element that is there before: what comes with its text is not read out.
  return <div role="status">{shown && shown.route.area === area ? <Shown key={shown.place} /> : null}</div>
}

function Shown(): ReactNode {
  const { t } = useTranslation('ask')
  const shown = useShownQuote()
  // Mounted after the keys of the frame, so that it comes before them.
  useShortcuts('app', [
    {
      action: 'quote.clear',
      keys: 'Escape',
      label: t('quote.clear'),
      run: clearQuote,
      when: hasQuote,
      isHiddenInPalette: true,
    },
  ])
  if (!shown) return null
  return (
    <div className="quote-status" data-state={shown.state}>
      {shown.state === 'changed' ? <TriangleAlert aria-hidden /> : <Highlighter aria-hidden />}
      <span className="quote-status-words">
        {shown.state === 'marked' ? t('quote.marked', { count: shown.count }) : t(`quote.${shown.state}`)}
      </span>
      {/* A window with one place has nowhere to go back to. */}
      {isMainWindow ? (
        <Button size="small" variant="ghost" icon={<ArrowLeft aria-hidden />} onPress={leaveQuote}>
          {t('quote.back')}
        </Button>
      ) : null}
      <IconButton
        size="small"
        label={t('quote.clear')}
        shortcut="Escape"
        icon={<X aria-hidden />}
        onPress={clearQuote}
      />
    </div>
  )
}
