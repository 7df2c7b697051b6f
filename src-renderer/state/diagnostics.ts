/** How the program is doing: asked when somebody looks, and again when they say so. */
import { create } from 'zustand'
import type { Diagnostics, ReportOptions } from '#shared/contract/diagnostics.ts'
import { client } from '../bridge/window-client.ts'
import { i18n } from './i18n.ts'
import { showToast } from './toasts.ts'
import { onWorkspaceEnter } from './workspaces.ts'

interface DiagnosticsState {
  /** The last answer stays while the next one is asked for. */
  readonly known: Diagnostics | null
  readonly isBusy: boolean
  readonly hasFailed: boolean
}

const nothing: DiagnosticsState = { known: null, isBusy: false, hasFailed: false }
export const useDiagnostics = create<DiagnosticsState>(() => nothing)
onWorkspaceEnter(() => useDiagnostics.setState(nothing, true))

export async function refreshDiagnostics(): Promise<void> {
  if (useDiagnostics.getState().isBusy) return
  useDiagnostics.setState({ isBusy: true })
  try {
    useDiagnostics.setState({ known: await client.diagnostics(), isBusy: false, hasFailed: false })
  } catch {
    useDiagnostics.setState({ isBusy: false, hasFailed: true })
  }
}

/** The exact text; null where it could not be made. */
export async function makeReport(options: ReportOptions): Promise<string | null> {
  try {
    return await client.makeReport(options)
  } catch {
    return null
  }
}

/** Shows the system's dialog, and says what came of it. */
export async function saveText(kind: 'report' | 'settings', text: string): Promise<void> {
  const outcome = await client.saveText({ kind, text }).catch(() => 'failed' as const)
  if (outcome === 'cancelled') return
  showToast({
    id: `save-${kind}`,
    tone: outcome === 'done' ? 'success' : 'danger',
    text: i18n.t(`files:outcome.${outcome === 'done' ? 'saved' : outcome}`),
  })
}

export async function deleteLogs(): Promise<void> {
  const isDone = await client.deleteLogs().catch(() => false)
  showToast({
    id: 'logs-deleted',
    tone: isDone ? 'success' : 'danger',
    text: i18n.t(isDone ? 'diagnostics:logs.deleted' : 'diagnostics:logs.notDeleted'),
  })
  await refreshDiagnostics()
}
