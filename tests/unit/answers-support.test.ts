/** Whether a sentence rests on the passage that it cites: by words, numbers and vectors, which is no proof. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { createStaticModel } from '../../src-main/engine/search/embedding/static-model.ts'
import { checkSupport } from '../../src-main/engine/search/answers/support.ts'

const model = createStaticModel(path.resolve(import.meta.dirname, '../../assets/models/static-de-en'))
const embed = (text: string) => model.embed(text)
const passage = (text: string, number = 1) => ({ number, title: 'VPN', headings: [], text, hasBlocks: false })

const german =
  'Das VPN arbeitet mit einem Gerätezertifikat. Es gilt ein Jahr und erneuert sich von selbst. Bei Fehler 809 den Port 443 wählen. Das Gerät nicht ausschalten, solange die LED blinkt.'
const english =
  'Hold the reset button for 12 seconds until the light turns amber. Then wait five minutes before you plug the cables back in.'

test.each([
  ['Das VPN arbeitet mit einem Gerätezertifikat.', german],
  ['Ein Gerätezertifikat wird für das VPN gebraucht.', german],
  ['Wählen Sie bei Fehler 809 den Port 443.', german],
  ['Das Gerät darf nicht ausgeschaltet werden, solange die LED blinkt.', german],
  ['Press the reset button for 12 seconds until the light is amber.', english],
  ['Halten Sie den Reset-Knopf 12 Sekunden, bis das Licht orange wird.', english],
])('%s is held', (sentence, text) => {
  const { isSupported, evidence } = checkSupport(sentence, [passage(text)], embed)
  expect(isSupported).toBe(true)
  expect(evidence[0]?.number).toBe(1)
})

test.each([
  // Other numbers, names and addresses.
  ['Wählen Sie bei Fehler 809 den Port 444.', german],
  ['Bei Fehler 810 den Port 443 wählen.', german],
  ['Das VPN arbeitet mit einem Gerätezertifikat von https://evil.example.', german],
  ['Hold the reset button for 15 seconds until the light turns amber.', english],
  // The opposite.
  ['Das Gerät ausschalten, solange die LED blinkt.', german],
  // Out of nothing.
  ['Der Drucker steht im dritten Stock.', german],
  ['The printer is out of paper.', english],
  ['Ja.', german],
  ['', german],
])('%s is not held', (sentence, text) => {
  expect(checkSupport(sentence, [passage(text)], embed)).toEqual({ isSupported: false, evidence: [] })
})

test('only what is cited counts, and without a citation nothing does', () => {
  const sentence = 'Bei Fehler 809 den Port 443 wählen.'
  expect(checkSupport(sentence, [passage('Der Drucker ist leer.')], embed).isSupported).toBe(false)
  expect(checkSupport(sentence, [], embed).isSupported).toBe(false)
  const both = checkSupport(sentence, [passage('Der Drucker ist leer.', 1), passage(german, 2)], embed)
  expect(both.evidence.map(({ number, span: [from, to] }) => [number, german.slice(from, to)])).toEqual([
    [2, sentence],
  ])
})

test('by words alone where there is no model', () => {
  expect(checkSupport('Bei Fehler 809 den Port 443 wählen.', [passage(german)], null).isSupported).toBe(true)
  expect(checkSupport('Der Drucker steht im Keller.', [passage(german)], null).isSupported).toBe(false)
})
