/** A part of the help beside a ticket: its heading opens and closes it, and that is remembered. */
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { getPreferences, setPreferences, usePreferences } from '../../../state/preferences.ts'
import './help.css'

const helpParts = ['suggestions', 'articles', 'similar', 'reply'] as const
export type HelpPart = (typeof helpParts)[number]

export interface HelpSectionProps {
  readonly part: HelpPart
  readonly title: string
  /** Asked for only while it is open. */
  readonly children: ReactNode
}

export function HelpSection({ part, title, children }: HelpSectionProps): ReactNode {
  const { isOpen, toggle } = useRemembered(part)
  const id = useId()
  return (
    <section className="help-section">
      <h2>
        <Button className="help-heading" aria-expanded={isOpen} aria-controls={id} onPress={toggle}>
          {isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          {title}
        </Button>
      </h2>
      <div id={id} className="help-content">
        {isOpen ? children : null}
      </div>
    </section>
  )
}

function useRemembered(part: HelpPart): { readonly isOpen: boolean; readonly toggle: () => void } {
  const name = nameOf(part)
  const isOpen = usePreferences(({ collapsedPanes }) => !collapsedPanes.includes(name))
  const toggle = (): void => {
    const others = getPreferences().collapsedPanes.filter((each) => each !== name)
    setPreferences({ collapsedPanes: isOpen ? [...others, name] : others })
  }
  return { isOpen, toggle }
}

/** Which parts the person has open. */
export function useOpenParts(): readonly HelpPart[] {
  const collapsed = usePreferences(({ collapsedPanes }) => collapsedPanes)
  return helpParts.filter((part) => !collapsed.includes(nameOf(part)))
}

const nameOf = (part: HelpPart): string => `tickets.help.${part}`
