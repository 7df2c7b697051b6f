import type { ReactNode } from 'react'
import { initialsOf, tintOf } from './tint.ts'
import './avatar.css'

export interface AvatarProps {
  readonly name: string
  /** What decides the tint; the name when left out. A person's id keeps the tint through a change of name. */
  readonly seed?: string
  readonly size?: 'tiny' | 'small' | 'medium' | 'large'
  /** Here now. */
  readonly isPresent?: boolean
  /** false where the name stands right beside it, so that it is not read twice. */
  readonly isNamed?: boolean
}

export function Avatar({ name, seed, size = 'medium', isPresent, isNamed = false }: AvatarProps): ReactNode {
  return (
    <span
      className="ui-avatar"
      data-size={size}
      data-tint={tintOf(seed ?? name)}
      {...(isPresent ? { 'data-present': '' } : {})}
      {...(isNamed ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
    >
      {initialsOf(name)}
    </span>
  )
}
