import type { ReactNode } from 'react'
import { initialsOf, tintOf } from './tint.ts'
import './avatar.css'

export interface AvatarProps {
  /** Decides the tint too, so that somebody has one colour also where only the name is known. */
  readonly name: string
  readonly size?: 'tiny' | 'small' | 'medium' | 'large'
  /** Here now. */
  readonly isPresent?: boolean
  /** false where the name stands right beside it, so that it is not read twice. */
  readonly isNamed?: boolean
}

export function Avatar({ name, size = 'medium', isPresent, isNamed = false }: AvatarProps): ReactNode {
  return (
    <span
      className="ui-avatar"
      data-size={size}
      data-tint={tintOf(name)}
      {...(isPresent ? { 'data-present': '' } : {})}
      {...(isNamed ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
    >
      {initialsOf(name)}
    </span>
  )
}
