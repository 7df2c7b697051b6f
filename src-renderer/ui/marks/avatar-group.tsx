import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import './avatar.css'

export interface AvatarGroupProps {
  /** What the group is: "Here now: Ada, Ben". Read out, and shown on hover. */
  readonly label: string
  readonly names: readonly string[]
  /** More than these are a number. */
  readonly max?: number
}

/** A few people side by side, as small as can be told apart. Nothing for nobody. */
export function AvatarGroup({ label, names, max = 4 }: AvatarGroupProps): ReactNode {
  if (names.length === 0) return null
  const shown = names.length > max ? names.slice(0, max - 1) : names
  return (
    <span className="ui-avatars" role="img" aria-label={label} title={label}>
      {shown.map((name, index) => (
        <Avatar key={`${index} ${name}`} name={name} size="small" isPresent />
      ))}
      {shown.length < names.length ? (
        <span className="ui-avatars-more" aria-hidden>
          +{names.length - shown.length}
        </span>
      ) : null}
    </span>
  )
}
