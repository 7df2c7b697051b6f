/** How text is cut into what an answer is made of, and what a model's text becomes. */
import { describe, expect, it, test } from 'vitest'
import { createAnswerParser } from '../../src-main/engine/ask/answer-parser.ts'
import { splitSentences } from '../../src-main/engine/search/answers/sentences.ts'
import { splitUnits } from '../../src-main/engine/search/answers/units.ts'

test.each([
  ['Kabel ziehen. Dann warten!', ['Kabel ziehen.', 'Dann warten!']],
  ['Das gilt z. B. für Router. Sonst nicht.', ['Das gilt z. B. für Router.', 'Sonst nicht.']],
  ['Siehe Abb. 3 bzw. Nr. 7 im Handbuch.', ['Siehe Abb. 3 bzw. Nr. 7 im Handbuch.']],
  ['Am 3. Mai um 14.30 Uhr. Danach nicht mehr.', ['Am 3. Mai um 14.30 Uhr.', 'Danach nicht mehr.']],
  ['Version 2.4.1 laden, setup.exe starten. Fertig.', ['Version 2.4.1 laden, setup.exe starten.', 'Fertig.']],
  ['Adresse ist 192.168.0.1. Passwort am Gerät.', ['Adresse ist 192.168.0.1.', 'Passwort am Gerät.']],
  ['Bitte bis Stufe 10. Danach stoppen.', ['Bitte bis Stufe 10.', 'Danach stoppen.']],
  ['Er fragte: „Geht es?“ Es ging.', ['Er fragte: „Geht es?“', 'Es ging.']],
  ['Call Dr. Smith, e.g. by phone. Then wait.', ['Call Dr. Smith, e.g. by phone.', 'Then wait.']],
  ['Open example.org. It loads.', ['Open example.org.', 'It loads.']],
  ['Hm... well. Ok?', ['Hm... well.', 'Ok?']],
  ['  ', []],
  ['', []],
])('sentences of %j', (text, sentences) => {
  expect(splitSentences(text).map(([from, to]) => text.slice(from, to))).toEqual(sentences)
})

describe('units', () => {
  const unitsOf = (text: string, blocks = false) =>
    splitUnits(text, { blocks }).map(({ start, end, kind, isHeader }) => [
      isHeader ? 'header' : kind,
      text.slice(start, end),
    ])

  it('keeps items, rows and code as they are', () => {
    expect(
      unitsOf(
        'So geht es:\n1. Kabel ziehen.\n   Warten.\n2) Stecken.\n\nA | B\n--- | ---\n1 | 2\n```\nping x\n```',
      ),
    ).toEqual([
      ['sentence', 'So geht es:'],
      ['step', 'Kabel ziehen.\n   Warten.'],
      ['step', 'Stecken.'],
      ['header', 'A | B'],
      ['row', '1 | 2'],
      ['code', 'ping x'],
    ])
  })

  it('finds lists whose marks were left out, and takes paragraphs for none', () => {
    expect(unitsOf('Ablauf:\nKabel ziehen.\nWarten.', true).map(([kind]) => kind)).toEqual([
      'sentence',
      'step',
      'step',
    ])
    expect(unitsOf('Eins.\nZwei.\nDrei.', true).map(([kind]) => kind)).toEqual(['step', 'step', 'step'])
    expect(unitsOf('Eins.\nZwei.', true).map(([kind]) => kind)).toEqual(['sentence', 'sentence'])
    expect(unitsOf(`${'Lang und breit. '.repeat(9)}\nZwei.\nDrei.`, true)[0]?.[0]).toBe('sentence')
  })

  it('joins lines that were wrapped', () => {
    expect(unitsOf('Bitte schalten Sie zuerst das Gerät und danach den\nRouter aus. Dann\nwarten.')).toEqual([
      ['sentence', 'Bitte schalten Sie zuerst das Gerät und danach den\nRouter aus.'],
      ['sentence', 'Dann\nwarten.'],
    ])
  })

  it('covers only what is there, in order, whatever the text', () => {
    for (const text of [
      '|',
      '||\n|',
      '```',
      '1.',
      '- ',
      '\n\n',
      '\t\t',
      '\ud800',
      'a'.repeat(50_000),
      '. '.repeat(5_000),
    ]) {
      let last = 0
      for (const { start, end } of splitUnits(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
    }
  })
})

describe('what a model writes', () => {
  const parse = (text: string, size: number) => {
    const parser = createAnswerParser(new Set([1, 2, 3]))
    const pieces = text.match(new RegExp(`[\\s\\S]{1,${String(size)}}`, 'gu')) ?? []
    return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()]
  }

  it.each([1, 3, 7, 1_000])('is the same in pieces of %i', (size) => {
    const text =
      'Das VPN braucht ein Zertifikat [1]. Es gilt z. B. ein Jahr. [2, 3] Mehr [9]?\n\n1. Client **installieren** [2]\n2. Verbinden. [3]\n```\nping x\n```\n- Ende'
    expect(parse(text, size)).toEqual([
      { kind: 'sentence', text: 'Das VPN braucht ein Zertifikat.', citations: [1] },
      { kind: 'sentence', text: 'Es gilt z. B. ein Jahr.', citations: [2, 3] },
      { kind: 'sentence', text: 'Mehr?', citations: [] },
      { kind: 'step', text: 'Client installieren', citations: [2] },
      { kind: 'step', text: 'Verbinden.', citations: [3] },
      { kind: 'code', text: 'ping x', citations: [] },
      { kind: 'step', text: 'Ende', citations: [] },
    ])
  })

  it.each([
    ['![x](https://evil.example/?q=1) Fertig [1].', 'x Fertig.'],
    ['Siehe [Portal](https://evil.example) [1].', 'Siehe Portal.'],
    ['<b onclick="x()">Fett</b> [1].', 'Fett.'],
    ['Un\u200bsicht\u202ebar [1].', 'Unsichtbar.'],
    ['> Zitat [1].', 'Zitat.'],
  ])('%s is plain text', (text, plain) => {
    expect(parse(text, 4).map((part) => part.text)).toEqual([plain])
  })

  it('knows thoughts from answers', () => {
    expect(parse('<think>\nHm [1].\n</think>\nJa, so [2].', 2)).toEqual([
      { kind: 'sentence', text: 'Ja, so.', citations: [2] },
    ])
    expect(parse('<think>Hm [1]. Ohne Ende', 3)).toEqual([])
  })
})
