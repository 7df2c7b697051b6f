/** Articles on paper, as PDF, and as a folder of Markdown files: what goes through the system's dialogs. */
import { create } from 'zustand'
import type { TransferKind, TransferReport } from '#shared/contract/article-transfer.ts'
import { client } from '../bridge/window-client.ts'
import { i18n } from './i18n.ts'
import { showToast } from './toasts.ts'
import { forgetWithWorkspace } from './workspaces.ts'

interface Shown {
  /** What came of the last export or import, until it was seen. */
  readonly report: (TransferReport & { readonly kind: TransferKind }) | null
  readonly isBusy: boolean
}

export const useTransfer = create<Shown>(() => ({ report: null, isBusy: false }))
forgetWithWorkspace(useTransfer)

export function dismissReport(): void {
  useTransfer.setState({ report: null })
}

export const exportArticles = (): Promise<void> => transfer('export')
export const importArticles = (): Promise<void> => transfer('import')

async function transfer(kind: TransferKind): Promise<void> {
  if (useTransfer.getState().isBusy) return
  useTransfer.setState({ isBusy: true })
  const outcome = await client
    .transferArticles(kind)
    .catch(() => ({ type: 'failed', reason: 'engine-unavailable' }) as const)
  useTransfer.setState({ isBusy: false })
  if (outcome.type === 'done') useTransfer.setState({ report: { ...outcome.report, kind } })
  else if (outcome.type === 'failed')
    showToast({
      id: 'transfer-failed',
      tone: 'danger',
      text: i18n.t(`knowledge:transfer.failed.${outcome.reason}`),
    })
}

/** On paper nothing comes later. A picture that cannot be drawn is left out. */
async function picturesDrawn(page: Element): Promise<void> {
  const pictures = [...page.querySelectorAll('img')]
  await Promise.all(
    pictures.map(async (picture) => {
      picture.loading = 'eager'
      await picture.decode().catch(() => undefined)
    }),
  )
}

/**
 * Prints what `page` shows, or saves it as a PDF. The page alone is put beside the window's frame for as long as that
 * takes; print.css hides all else.
 */
export async function printPage(what: 'print' | 'pdf', name: string, page: Element): Promise<void> {
  const copy = document.createElement('div')
  copy.className = 'print-page'
  // Paper is white, whatever theme the window has.
  copy.dataset['theme'] = 'light'
  copy.append(page.cloneNode(true))
  document.body.append(copy)
  try {
    await picturesDrawn(copy)
    const outcome = await client.printPage({ what, name })
    if (outcome === 'done' && what === 'pdf')
      showToast({ tone: 'success', text: i18n.t('files:outcome.saved') })
    else if (outcome !== 'done' && outcome !== 'cancelled')
      showToast({ id: `file-${outcome}`, tone: 'danger', text: i18n.t(`files:outcome.${outcome}`) })
  } finally {
    copy.remove()
  }
}
