/**
 * The kinds of windows there are: how large each is and may be, and what is special about it. A new kind is a type in
 * `windowView` (src-shared/contract/window-view.ts), a line here, a root in `src-renderer/main.tsx`, and a test.
 */
import type { BrowserWindowConstructorOptions } from 'electron'
import type { WindowView } from '#shared/contract/window-view.ts'

export type WindowKind = 'main' | 'channel' | 'ticket' | 'article' | 'capture'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface WindowLimits {
  /** Where nothing is remembered. */
  readonly usual: Size
  readonly minimum: Size
}

export interface KindOfWindow extends WindowLimits {
  readonly options: Pick<
    BrowserWindowConstructorOptions,
    'alwaysOnTop' | 'frame' | 'fullscreenable' | 'maximizable' | 'minimizable' | 'skipTaskbar' | 'type'
  >
}

export const windowKinds: { readonly [Kind in WindowKind]: KindOfWindow } = {
  main: { usual: { width: 1280, height: 820 }, minimum: { width: 480, height: 480 }, options: {} },
  channel: { usual: { width: 560, height: 760 }, minimum: { width: 360, height: 360 }, options: {} },
  ticket: { usual: { width: 860, height: 780 }, minimum: { width: 400, height: 400 }, options: {} },
  article: { usual: { width: 860, height: 820 }, minimum: { width: 400, height: 400 }, options: {} },
  capture: {
    usual: { width: 560, height: 400 },
    minimum: { width: 400, height: 280 },
    options: {
      ...{ fullscreenable: false, maximizable: false, minimizable: false, skipTaskbar: true },
      // It draws its own edge: three kinds of title bars on something this small are three kinds of clutter.
      ...{ alwaysOnTop: true, frame: false },
      // A panel there takes the keys and leaves the program below in front, to which they go back.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    },
  },
}

export function kindOf(view: WindowView): WindowKind {
  if (view.type !== 'place') return view.type
  if (view.route.startsWith('chat/')) return 'channel'
  return view.route.startsWith('tickets/') ? 'ticket' : 'article'
}

/** The same for two views exactly where one window is enough for both. */
export function viewKey(view: WindowView): string {
  return view.type === 'place' ? view.route : view.type
}
