/**
 * Where the others are in the text: their carets and selections, each with a name. Drawn over the document and never part
 * of it; places travel as relative positions of Yjs, so they stay right whatever is written before them.
 */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { Doc, RelativePosition, XmlFragment } from 'yjs'
import { decodePoint, encodePoint } from './point.ts'

export interface RemotePoint {
  /** The device. */
  readonly key: string
  readonly name: string
  /** 1 to 8, as avatars have it. */
  readonly tint: number
  /** Base64, as somebody else's program wrote it. */
  readonly point: string
}

export interface RemoteCursorsOptions {
  /** What is told of one's own place; '' for nowhere. Called at most every `everyMs`. */
  readonly tell: (point: string) => void
  readonly everyMs?: number
}

interface Shown {
  readonly points: readonly RemotePoint[]
  readonly decorations: DecorationSet
}

type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2]

interface Binding {
  readonly doc: Doc
  readonly type: XmlFragment
  readonly binding: { readonly mapping: Mapping } | null
  readonly isChangeOrigin?: boolean
}

const key = new PluginKey<Shown>('remoteCursors')

export function remoteCursors({ tell, everyMs = 150 }: RemoteCursorsOptions): Extension {
  return Extension.create({
    name: 'remoteCursors',
    addProseMirrorPlugins: () => [
      new Plugin<Shown>({
        key,
        state: {
          init: () => ({ points: [], decorations: DecorationSet.empty }),
          apply(transaction, shown, _before, state) {
            const points = transaction.getMeta(key) as readonly RemotePoint[] | undefined
            const change = transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined
            if (points === undefined && change?.isChangeOrigin !== true) {
              // What is typed here Yjs knows only after this: until the next word from elsewhere they move along.
              return transaction.docChanged
                ? { ...shown, decorations: shown.decorations.map(transaction.mapping, transaction.doc) }
                : shown
            }
            const all = points ?? shown.points
            return { points: all, decorations: DecorationSet.create(state.doc, draw(state, all)) }
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
        view: (view) => createTeller(view, tell, everyMs),
      }),
    ],
  })
}

/** Shows these and no others. Changes nothing in the document. */
export function showPoints(view: EditorView, points: readonly RemotePoint[]): void {
  const shown = key.getState(view.state)?.points ?? []
  if (shown.length === 0 && points.length === 0) return
  view.dispatch(view.state.tr.setMeta(key, points).setMeta('addToHistory', false))
}

const bindingOf = (state: EditorState) => ySyncPluginKey.getState(state) as Binding | undefined

/** Tells where the caret is whenever that changes, the last place for sure, and that it is nowhere when it leaves. */
function createTeller(view: EditorView, tell: (point: string) => void, everyMs: number) {
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = (): void => {
    timer = undefined
    const point = view.hasFocus() ? ownPoint(view.state) : ''
    if (point === told) return
    told = point
    tell(point)
  }
  const soon = (): void => {
    timer ??= setTimeout(now, everyMs)
  }
  view.dom.addEventListener('focus', soon)
  view.dom.addEventListener('blur', soon)
  return {
    update: soon,
    destroy() {
      clearTimeout(timer)
      view.dom.removeEventListener('focus', soon)
      view.dom.removeEventListener('blur', soon)
      if (told !== '') tell('')
    },
  }
}

function ownPoint(state: EditorState): string {
  const sync = bindingOf(state)
  if (!sync?.binding) return ''
  const { anchor, head } = state.selection
  const { mapping } = sync.binding
  const place = (position: number) =>
    absolutePositionToRelativePosition(position, sync.type, mapping) as RelativePosition
  return encodePoint(place(anchor), place(head))
}

function draw(state: EditorState, points: readonly RemotePoint[]): Decoration[] {
  const sync = bindingOf(state)
  if (!sync?.binding) return []
  const { mapping } = sync.binding
  const most = state.doc.content.size
  return points.flatMap(({ key: device, name, tint, point }): Decoration[] => {
    const places = decodePoint(point)
    if (!places) return []
    const [anchor, head] = places.map((place) => {
      try {
        const position = relativePositionToAbsolutePosition(sync.doc, sync.type, place, mapping)
        return position === null ? null : Math.min(Math.max(position, 0), most)
      } catch {
        // It stands in what has not come yet, or in nothing at all.
        return null
      }
    })
    if (anchor === null || head === null || anchor === undefined || head === undefined) return []
    const caret = Decoration.widget(head, () => createCaret(name, tint), {
      side: 10,
      // Anew where it moved, so that the name is seen again.
      key: `${device} ${point} ${name}`,
      ignoreSelection: true,
    })
    if (anchor === head) return [caret]
    const range = { class: 'article-other-selection', 'data-tint': String(tint) }
    return [Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), range), caret]
  })
}

/** Nothing that a screen reader reads: it would be said at each move. Who is here stands in the bar. */
function createCaret(name: string, tint: number): HTMLElement {
  const caret = document.createElement('span')
  caret.className = 'article-other-caret'
  caret.dataset['tint'] = String(tint)
  caret.ariaHidden = 'true'
  caret.contentEditable = 'false'
  const label = document.createElement('span')
  label.className = 'article-other-name'
  label.dataset['tint'] = String(tint)
  label.textContent = name
  caret.append(label)
  return caret
}
