/**
 * An X screen seen and used from outside, as a person has it: keys go in, windows and pixels come out. For the packaged
 * program, which lets no test driver in.
 */
import { createRequire } from 'node:module'
import { png } from '../../scripts/lib/draw.mjs'

interface Property {
  readonly data: Buffer
}
type Reply<T> = (error: Error | null, value: T) => void
interface XClient {
  QueryTree(window: number, reply: Reply<{ children: number[] }>): void
  InternAtom(onlyIfExists: boolean, name: string, reply: Reply<number>): void
  GetProperty(
    ...call: [
      del: number,
      window: number,
      name: number,
      type: number,
      offset: number,
      length: number,
      Reply<Property>,
    ]
  ): void
  GetWindowAttributes(window: number, reply: Reply<{ mapState: number }>): void
  SetInputFocus(window: number, revertTo: number): void
  GetInputFocus(reply: Reply<unknown>): void
  AllocID(): number
  CreateWindow(
    ...call: [
      ...[id: number, parent: number, x: number, y: number, w: number, h: number, border: number],
      ...[depth: number, kind: number, visual: number, values: { backgroundPixel: number }],
    ]
  ): void
  MapWindow(window: number): void
  ChangeProperty(
    ...call: [
      mode: number,
      window: number,
      name: number,
      type: number,
      units: number,
      data: readonly number[],
    ]
  ): void
  DestroyWindow(window: number): void
  GetKeyboardMapping(first: number, count: number, reply: Reply<number[][]>): void
  GetImage(
    ...call: [
      format: number,
      window: number,
      x: number,
      y: number,
      w: number,
      h: number,
      mask: number,
      Reply<Property>,
    ]
  ): void
  require(extension: 'xtest', reply: Reply<XTest>): void
  terminate(): void
  on(event: 'error', listener: (error: Error) => void): void
}
interface XTest {
  readonly KeyPress: number
  readonly KeyRelease: number
  readonly ButtonPress: number
  readonly ButtonRelease: number
  readonly MotionNotify: number
  FakeInput(type: number, keycode: number, time: number, window: number, x: number, y: number): void
}
interface XDisplay {
  readonly client: XClient
  readonly min_keycode: number
  readonly max_keycode: number
  readonly screen: readonly { root: number; pixel_width: number; pixel_height: number }[]
}

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface XScreen {
  readonly size: { readonly width: number; readonly height: number }
  /** The titles of all windows that have one. */
  titles(): Promise<readonly string[]>
  /** Keys go to the window with this in its title from now on; false where there is none. */
  focus(title: string): Promise<boolean>
  /** Keys go to the window that came last: a dialog over the others. */
  focusNewest(): Promise<void>
  /** Types letters, digits and spaces as they are on a keyboard; `\n` is Enter. */
  type(text: string): Promise<void>
  /** Such as `Control+k`. */
  press(keys: string): Promise<void>
  /** Moves the pointer there. */
  point(x: number, y: number): Promise<void>
  /** Presses a button of the mouse where the pointer is and lets it go: 1 is the main one, 3 the one of menus. */
  click(button: 1 | 3): Promise<void>
  /** The ground below all windows, as 0xRRGGBB. */
  paintGround(colour: number): Promise<void>
  /** Red, green, blue and opaque, row by row. */
  pixels(area?: Area): Promise<Buffer>
  /** PNG of all that is on it, or of a part. */
  picture(area?: Area): Promise<Buffer>
  close(): void
}

const named: Readonly<Record<string, number>> = {
  Control: 0xffe3,
  Shift: 0xffe1,
  Alt: 0xffe9,
  Enter: 0xff0d,
  Tab: 0xff09,
  Escape: 0xff1b,
  ArrowUp: 0xff52,
  ArrowRight: 0xff53,
  End: 0xff57,
  '\n': 0xff0d,
}
const zPixmap = 2
const allPlanes = 0xffffffff
const anyType = 0
const viewable = 2

/** One display in a process: the library keeps the numbers of names, which each server gives anew. */
export async function openScreen(display: string): Promise<XScreen> {
  const { createClient } = createRequire(import.meta.url)('x11') as {
    createClient(options: { display: string }, reply: Reply<XDisplay>): void
  }
  const { client, screen, min_keycode, max_keycode } = await answer<XDisplay>((reply) =>
    createClient({ display }, reply),
  )
  // A window that has just gone.
  client.on('error', () => undefined)
  const [only] = screen
  if (!only) throw new Error('this display has no screen')
  const { root, pixel_width: width, pixel_height: height } = only
  const test = await answer<XTest>((reply) => client.require('xtest', reply))
  const rows = await answer<number[][]>((reply) =>
    client.GetKeyboardMapping(min_keycode, max_keycode - min_keycode, reply),
  )
  const atom = (name: string) => answer<number>((reply) => client.InternAtom(false, name, reply))
  const titleAtoms = [await atom('_NET_WM_NAME'), await atom('WM_NAME')]

  const keyOf = (symbol: number): { code: number; isShifted: boolean } => {
    for (const [index, row] of rows.entries()) {
      const column = row.slice(0, 2).indexOf(symbol)
      if (column >= 0) return { code: min_keycode + index, isShifted: column === 1 }
    }
    throw new Error(`this keyboard has no key for ${String(symbol)}`)
  }
  const symbolOf = (key: string): number => named[key] ?? key.codePointAt(0) ?? 0
  const send = (type: number, code: number) => test.FakeInput(type, code, 0, root, 0, 0)
  /** The server answers in order: what was sent before has been taken then. */
  const flush = () => answer<unknown>((reply) => client.GetInputFocus(reply))
  const press = async (keys: readonly string[]): Promise<void> => {
    const found = keys.map((key) => keyOf(symbolOf(key)))
    const codes = found.map(({ code }) => code)
    if (found.some(({ isShifted }) => isShifted)) codes.unshift(keyOf(symbolOf('Shift')).code)
    for (const code of codes) send(test.KeyPress, code)
    for (const code of codes.toReversed()) send(test.KeyRelease, code)
    await flush()
  }
  const titleOf = async (window: number): Promise<string> => {
    for (const name of titleAtoms) {
      const found = await answer<Property>((reply) =>
        client.GetProperty(0, window, name, anyType, 0, 1_000, reply),
      ).catch(() => null)
      if (found && found.data.length > 0) return found.data.toString('utf8')
    }
    return ''
  }
  /** With what is in them: the system's dialogs are windows below others. */
  const windows = async (): Promise<{ window: number; title: string }[]> => {
    const { children } = await answer<{ children: number[] }>((reply) => client.QueryTree(root, reply))
    return Promise.all(children.map(async (window) => ({ window, title: await titleOf(window) })))
  }

  let ground: number | null = null
  const whole: Area = { x: 0, y: 0, width, height }
  const pixels = async (area = whole): Promise<Buffer> => {
    const { data } = await answer<Property>((reply) =>
      client.GetImage(zPixmap, root, area.x, area.y, area.width, area.height, allPlanes, reply),
    )
    // Blue, green, red and nothing.
    const rgba = Buffer.alloc(area.width * area.height * 4)
    for (let at = 0; at < rgba.length; at += 4)
      rgba.writeUInt32BE(((data.readUInt32LE(at) & 0xffffff) * 256 + 255) >>> 0, at)
    return rgba
  }

  return {
    size: { width, height },
    titles: async () => (await windows()).map(({ title }) => title).filter((title) => title !== ''),
    async focus(wanted) {
      const found = (await windows()).find(({ title }) => title.includes(wanted))
      if (!found) return false
      client.SetInputFocus(found.window, 1)
      await flush()
      return true
    },
    async focusNewest() {
      const all = await windows()
      const seen = await Promise.all(
        all.map(({ window }) =>
          answer<{ mapState: number }>((reply) => client.GetWindowAttributes(window, reply)).then(
            ({ mapState }) => mapState === viewable,
            () => false,
          ),
        ),
      )
      const newest = all.filter((_window, index) => seen[index]).at(-1)
      if (newest) client.SetInputFocus(newest.window, 1)
      await flush()
    },
    async type(text) {
      for (const sign of text) await press([sign])
    },
    press: (keys) => press(keys.split('+')),
    async point(x, y) {
      test.FakeInput(test.MotionNotify, 0, 0, root, x, y)
      await flush()
    },
    async click(button) {
      send(test.ButtonPress, button)
      send(test.ButtonRelease, button)
      await flush()
    },
    async paintGround(backgroundPixel) {
      // A window, and not the root's own ground, which window managers draw in ways of their own.
      const old = ground
      ground = client.AllocID()
      client.CreateWindow(ground, root, 0, 0, width, height, 0, 0, 0, 0, { backgroundPixel })
      const [type, desktop] = [await atom('_NET_WM_WINDOW_TYPE'), await atom('_NET_WM_WINDOW_TYPE_DESKTOP')]
      client.ChangeProperty(0, ground, type, await atom('ATOM'), 32, [desktop])
      client.MapWindow(ground)
      if (old !== null) client.DestroyWindow(old)
      await flush()
    },
    pixels,
    async picture(area = whole) {
      return png(area.width, await pixels(area), area.height)
    },
    close: () => client.terminate(),
  }
}

function answer<T>(call: (reply: Reply<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, value) => (error ? reject(error) : resolve(value)))
  })
}
