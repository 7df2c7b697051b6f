/** The window's frame: the rail, and the area in front. Areas that were open stay as they were behind it. */
import { Activity, memo, Suspense, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownPlace } from '../state/attention.ts'
import { flushDrafts } from '../state/drafts.ts'
import { onRoute, useArea } from '../state/navigation.ts'
import { useOnline } from '../state/presence.ts'
import { areas, type Area } from '../state/routes.ts'
import { useEndOfSnoozes } from '../state/snooze.ts'
import { setUi } from '../state/ui.ts'
import { QuoteStatus } from '../passages/quote-status.tsx'
import { CrashGuard } from '../ui/index.ts'
import { AppShortcuts } from './app-shortcuts.tsx'
import { areaComponent } from './areas.tsx'
import { areaNames } from './area-names.ts'
import { FoundElsewhere } from './found-elsewhere.tsx'
import { OfferedLink } from './offered-link.tsx'
import { Palette } from './palette.tsx'
import { PaletteKnowledge } from './palette-knowledge.tsx'
import { PaletteSources } from './palette-sources.tsx'
import { Rail } from './rail.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { SyncBanner } from './sync-banner.tsx'
import './frame.css'

export function Frame(): ReactNode {
  useEffect(() => onRoute(() => setUi({ isContextDrawerOpen: false })), [])
  return (
    <div className="app-frame">
      <AppShortcuts />
      <OnlineHere />
      <ShownPlace />
      <PaletteSources />
      <PaletteKnowledge />
      <Rail />
      <div className="app-main">
        <SyncBanner />
        <QuoteStatus />
        <Areas />
      </div>
      <Palette />
      <Shortcuts />
      <OfferedLink />
      <FoundElsewhere />
    </div>
  )
}

/** For as long as the window shows the workspace, the others see that we are here. */
function OnlineHere(): null {
  useOnline()
  return null
}

/** Nobody is notified of what they have before their eyes. */
function ShownPlace(): null {
  useShownPlace()
  useEndOfSnoozes()
  return null
}

function Areas(): ReactNode {
  const current = useArea()
  const [visited, setVisited] = useState<ReadonlySet<Area>>(() => new Set([current]))
  if (!visited.has(current)) setVisited(new Set([...visited, current]))
  return (
    <div className="app-areas">
      {areas
        .filter((area) => area === current || visited.has(area))
        .map((area) => (
          <Activity key={area} mode={area === current ? 'visible' : 'hidden'}>
            <AreaView area={area} />
          </Activity>
        ))}
    </div>
  )
}

/** Drawn again by its own state only, never because the route changed. */
const AreaView = memo(function AreaView({ area }: { readonly area: Area }): ReactNode {
  const { t } = useTranslation(['common', 'shell'])
  // Kept for good: an area that was waited for must not be put up anew when it is loaded.
  const [Component] = useState(() => areaComponent(area))
  return (
    <div className="app-area">
      <CrashGuard area={t(areaNames[area])} onCrash={flushDrafts}>
        <Suspense fallback={null}>
          <Component />
        </Suspense>
      </CrashGuard>
    </div>
  )
})
