/**
 * A window with one place in it: a conversation, a ticket or an article by itself, without rail and list. What leads
 * elsewhere goes to the main window (state/view.ts). What has to be known everywhere is here, too: whether the work is safe,
 * what a passage is marked for, the palette.
 */
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownPlace } from '../state/attention.ts'
import { flushDrafts } from '../state/drafts.ts'
import { useOnline } from '../state/presence.ts'
import type { PlaceRoute } from '../state/view.ts'
import { QuoteStatus } from '../passages/quote-status.tsx'
import { CrashGuard } from '../ui/index.ts'
import { areaNames } from './area-names.ts'
import { Palette } from './palette.tsx'
import { PaletteKnowledge } from './palette-knowledge.tsx'
import { PaletteSources } from './palette-sources.tsx'
import { PlaceShortcuts } from './place-shortcuts.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { StatusBadge } from './status-badge.tsx'
import { SyncBanner } from './sync-banner.tsx'
import './frame.css'

const loaders: { readonly [Area in PlaceRoute['area']]: () => Promise<ComponentType> } = {
  chat: async () => (await import('../features/chat/channel-place.tsx')).ChannelPlace,
  tickets: async () => (await import('../features/tickets/ticket-place.tsx')).TicketPlace,
  knowledge: async () => (await import('../features/knowledge/article-place.tsx')).ArticlePlace,
}

/** The root of a window with this place, loaded: nothing is drawn before. */
export async function placeRoot(place: PlaceRoute): Promise<ReactNode> {
  return <PlaceRoot place={place} Content={await loaders[place.area]()} />
}

interface PlaceRootProps {
  readonly place: PlaceRoute
  readonly Content: ComponentType
}

function PlaceRoot({ place, Content }: PlaceRootProps): ReactNode {
  const { t } = useTranslation(['common', 'shell'])
  useOnline()
  useShownPlace()
  return (
    <div className="app-frame">
      <PlaceShortcuts />
      <PaletteSources />
      <PaletteKnowledge />
      <div className="app-main">
        <SyncBanner />
        <QuoteStatus />
        <div className="app-areas">
          <div className="app-area">
            <CrashGuard area={t(areaNames[place.area])} onCrash={flushDrafts}>
              <Content />
            </CrashGuard>
          </div>
        </div>
        <div className="app-foot">
          <StatusBadge look="line" />
        </div>
      </div>
      <Palette />
      <Shortcuts />
    </div>
  )
}
