/**
 * Every primitive on one page, to look at. Not part of the product.
 * gallery.html?page=controls|frame|chat&theme=light|dark|high-contrast&density=compact|comfortable&lang=en|de
 */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '#shared/locales/index.ts'
import { createI18n } from '../../i18n/i18n.ts'
import { LocaleProvider } from '../../i18n/locale-provider.tsx'
import { applyTheme, prepareDocument, type Density, type ThemeChoice } from '../index.ts'
import { ControlsPage } from './controls-page.tsx'
import { FramePage } from './frame-page.tsx'
import { ListsPage } from './lists-page.tsx'
import '../theme/tokens.css'
import '../theme/base.css'
import './gallery.css'

const options = new URLSearchParams(location.search)
const pages = { controls: ControlsPage, frame: FramePage, lists: ListsPage }
const Page = pages[(options.get('page') ?? 'controls') as keyof typeof pages]

prepareDocument(document)
applyTheme(
  document,
  (options.get('theme') ?? 'system') as ThemeChoice,
  (options.get('density') ?? 'compact') as Density,
)

const root = document.getElementById('root')
if (!root) throw new Error('gallery.html has no #root')
createRoot(root).render(
  <StrictMode>
    <LocaleProvider i18n={createI18n({ language: (options.get('lang') ?? 'en') as Language })}>
      <Page />
    </LocaleProvider>
  </StrictMode>,
)
