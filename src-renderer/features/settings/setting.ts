import type { ReactNode } from 'react'
import type { SettingsSection } from '../../state/routes.ts'
import type { Findable } from './find-settings.ts'

export interface Setting extends Findable {
  readonly id: string
  readonly section: SettingsSection
  readonly control: ReactNode
  /** Takes the whole width, below its words. */
  readonly isWide?: boolean
}
