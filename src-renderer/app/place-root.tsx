/**
 * A window with one place in it: a conversation, a ticket or an article by itself, without rail and list. What leads
 * elsewhere goes to the main window (state/view.ts).
 */
import type { ComponentType, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownPlace } from '../state/attention.ts'
import { flushDrafts } from '../state/drafts.ts'
import { useOnline } from '../state/presence.ts'
import type { PlaceRoute } from '../state/view.ts'
import { CrashGuard } from '../ui/index.ts'
import { areaNames } from './area-names.ts'
import { PlaceShortcuts } from './place-shortcuts.tsx'
import { Shortcuts } from './shortcuts.tsx'
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
      <div className="app-main">
        <div className="app-areas">
          <div className="app-area">
            <CrashGuard area={t(areaNames[place.area])} onCrash={flushDrafts}>
              <Content />
            </CrashGuard>
          </div>
        </div>
      </div>
      <Shortcuts />
    </div>
  )
}
