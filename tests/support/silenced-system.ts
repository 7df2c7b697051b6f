/**
 * Keeps the program's hands off this machine's desktop: no dialog waits for a person, nothing is opened by the system.
 * What would have been is written down.
 */
import type { OutpostApp } from './electron-app.ts'

export interface SilencedSystem {
  /** Addresses handed to the system. */
  opened(): Promise<string[]>
  /** Paths handed to the system, or shown in its file manager. */
  shown(): Promise<string[]>
  /** What the person was asked, as message and detail. */
  asked(): Promise<string[]>
  /** What they answer: the index of the button, and the box beneath. At first: the first button, and no. */
  answer(response: number, checkboxChecked?: boolean): Promise<void>
}

interface Written {
  opened: string[]
  shown: string[]
  asked: string[]
  answer: { response: number; checkboxChecked: boolean }
}

export async function silenceSystem({ app }: Pick<OutpostApp, 'app'>): Promise<SilencedSystem> {
  await app.evaluate(({ shell, dialog }) => {
    const written: Written = {
      opened: [],
      shown: [],
      asked: [],
      answer: { response: 0, checkboxChecked: false },
    }
    ;(globalThis as { written?: Written }).written = written
    shell.openExternal = (url) => {
      written.opened.push(url)
      return Promise.resolve()
    }
    shell.openPath = (path) => {
      written.shown.push(path)
      return Promise.resolve('')
    }
    shell.showItemInFolder = (path) => {
      written.shown.push(path)
    }
    const ask = (...args: unknown[]) => {
      const { message, detail = '' } = args.at(-1) as { message: string; detail?: string }
      written.asked.push(`${message} ${detail}`)
      return Promise.resolve(written.answer)
    }
    dialog.showMessageBox = ask
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' })
  })
  const read = <Key extends keyof Written>(key: Key) =>
    app.evaluate((_electron, wanted) => (globalThis as unknown as { written: Written }).written[wanted], key)
  return {
    opened: () => read('opened'),
    shown: () => read('shown'),
    asked: () => read('asked'),
    answer: (response, checkboxChecked = false) =>
      app.evaluate(
        (_electron, answer) => {
          ;(globalThis as unknown as { written: Written }).written.answer = answer
        },
        { response, checkboxChecked },
      ),
  }
}
