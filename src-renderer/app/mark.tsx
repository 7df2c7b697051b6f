import type { ReactNode } from 'react'

/** Outpost's mark: a hut under one's own roof, with a light on. */
export function Mark(): ReactNode {
  return (
    <svg className="app-mark" viewBox="0 0 48 48" aria-hidden>
      <rect className="app-mark-ground" width="48" height="48" rx="12" />
      <path className="app-mark-line" d="M11 25 24 13l13 12M15 22v13h18V22" />
      <circle className="app-mark-light" cx="24" cy="28" r="3.4" />
    </svg>
  )
}
