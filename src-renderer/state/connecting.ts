/**
 * A link to a server that was opened somewhere: in the browser, in a mail, in a message. It is offered to the person
 * and never followed by itself.
 */
import { create } from 'zustand'
import { client } from '../bridge/window-client.ts'
import { parseServerLink } from './parse-server-link.ts'

const useOffer = create<{ readonly link: string | null }>(() => ({ link: null }))

client.onServerLink(offerServerLink)

/** False where it is no such link. */
export function offerServerLink(text: string): boolean {
  const parsed = parseServerLink(text)
  if (parsed === null || parsed.type === 'address') return false
  useOffer.setState({ link: text })
  return true
}

export function useOfferedLink(): string | null {
  return useOffer((offer) => offer.link)
}

/** The link that was offered, once. */
export function takeOfferedLink(): string | null {
  const { link } = useOffer.getState()
  useOffer.setState({ link: null })
  return link
}
