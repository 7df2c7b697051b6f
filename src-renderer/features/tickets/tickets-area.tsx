/** Placeholder until the area is written: replace this file. */
import type { ReactNode } from 'react'

export function TicketsArea(): ReactNode {
  return null
}
