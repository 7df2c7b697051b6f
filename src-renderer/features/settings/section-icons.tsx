import {
  Activity,
  Bell,
  FlaskConical,
  Info,
  Keyboard,
  Palette,
  ScanSearch,
  Server,
  SlidersHorizontal,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { SettingsSection } from '../../state/routes.ts'

export const sectionIcons: { readonly [Section in SettingsSection]: ReactNode } = {
  general: <SlidersHorizontal aria-hidden />,
  server: <Server aria-hidden />,
  search: <ScanSearch aria-hidden />,
  notifications: <Bell aria-hidden />,
  appearance: <Palette aria-hidden />,
  keyboard: <Keyboard aria-hidden />,
  people: <Users aria-hidden />,
  experimental: <FlaskConical aria-hidden />,
  diagnostics: <Activity aria-hidden />,
  about: <Info aria-hidden />,
}
