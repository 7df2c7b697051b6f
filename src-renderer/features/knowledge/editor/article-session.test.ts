/** The document behind an open editor: nothing that was typed is lost, and nothing that it cannot show is let in. */
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { CallError } from '#shared/contract/errors.ts'
import { err, ok, type Result } from '#shared/base/result.ts'
import { createArticleSession } from './article-session.ts'
import { bytesToText, textToBytes } from './base64.ts'

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}
const row = (key: string, doc: Y.Doc) => ({ key, update: bytesToText(Y.encodeStateAsUpdate(doc)) })

/** An engine by hand: what was sent, and the answers that the test gives. */
function setUp(canEdit: (doc: Y.Doc) => boolean = () => true) {
  vi.useFakeTimers()
  const sent: {
    readonly update: Uint8Array
    answer: (result: Result<unknown, CallError>) => Promise<void>
  }[] = []
  const session = createArticleSession({
    send: (update) =>
      new Promise((resolve) => {
        sent.push({
          update: textToBytes(update),
          async answer(result) {
            resolve(result)
            await Promise.resolve()
            await Promise.resolve()
          },
        })
      }),
    canEdit,
  })
  const stored = new Y.Doc()
  stored.getXmlFragment('content').push([paragraph('Anfang')])
  session.receive([row('state 1', stored)])
  const type = (text: string) => session.doc.getXmlFragment('content').push([paragraph(text)])
  /** What an engine has that took everything that was sent. */
  const engineText = () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored))
    for (const { update } of sent) Y.applyUpdate(doc, update)
    return doc
      .getXmlFragment('content')
      .toString()
      .replaceAll(/<\/?paragraph>/g, ' ')
      .trim()
  }
  return { session, sent, type, engineText, stored }
}

describe('what is typed', () => {
  test('goes out with the first letter at once, and then in one piece', async () => {
    const { session, sent, type, engineText } = setUp()
    type('a')
    expect(sent).toHaveLength(1)
    await sent[0]!.answer(ok())
    type('b')
    type('c')
    expect(session.getState()).toEqual({ type: 'saving', isDelayed: false })
    vi.advanceTimersByTime(150)
    expect(sent).toHaveLength(2)
    await sent[1]!.answer(ok())
    expect(session.getState()).toEqual({ type: 'saved' })
    expect(engineText()).toBe('Anfang  a  b  c')
  })

  test('goes out at once when the person leaves', () => {
    const { session, type, engineText } = setUp()
    type('a')
    type('b')
    session.flush()
    expect(engineText()).toBe('Anfang  a  b')
  })

  test('waits where the engine is away, and goes out when it is back', async () => {
    const { session, sent, type, engineText } = setUp()
    type('a')
    await sent[0]!.answer(err({ type: 'engine-unavailable' }))
    expect(session.getState()).toEqual({ type: 'saving', isDelayed: true })
    type('b')
    session.retry()
    expect(sent.length).toBeGreaterThan(1)
    await sent.at(-1)!.answer(ok())
    expect(session.getState()).toEqual({ type: 'saved' })
    sent.splice(0, 1)
    expect(engineText()).toBe('Anfang  a  b')
  })

  test('ends the session where the engine refuses it', async () => {
    const { session, sent, type } = setUp()
    type('a')
    const error = { type: 'edit-refused', reason: 'parts-missing' } as const
    await sent[0]!.answer(err(error))
    expect(session.getState()).toEqual({ type: 'refused', error })
    type('b')
    session.flush()
    vi.advanceTimersByTime(10_000)
    expect(sent).toHaveLength(1)
  })
})

describe('what comes', () => {
  test('is taken once, and not sent back', () => {
    const { session, sent, stored } = setUp()
    stored.getXmlFragment('content').push([paragraph('von Bob')])
    const rows = [row('state 2', stored)]
    session.receive(rows)
    session.receive(rows)
    vi.advanceTimersByTime(1_000)
    expect(sent).toEqual([])
    expect(session.doc.getXmlFragment('content').length).toBe(2)
  })

  test('ends the session before it is let in where the editor would delete it', () => {
    const { session, stored } = setUp((doc) => !doc.getXmlFragment('content').toString().includes('callout'))
    stored.getXmlFragment('content').push([new Y.XmlElement('callout')])
    session.receive([row('state 2', stored)])
    expect(session.getState()).toEqual({ type: 'not-editable' })
    expect(session.doc.getXmlFragment('content').toString()).not.toContain('callout')
  })
})

test('bytes come back out of their text', () => {
  const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 31) % 256)
  expect(textToBytes(bytesToText(bytes))).toEqual(bytes)
  expect(textToBytes(bytesToText(new Uint8Array()))).toEqual(new Uint8Array())
})
