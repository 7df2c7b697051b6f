/** Every format that is read: its text, its structure, and what is left out. */
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { outline, parseBytes, type Read } from '../support/library.ts'
import { docxOf, xlsxOf } from '../support/office-files.ts'
import { pdfOf } from '../support/pdf-writer.ts'

const fixture = (name: string): Buffer =>
  fs.readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'library', name))

const titleOf = ({ outcome }: Read): string | null => (outcome.type === 'read' ? outcome.title : null)

describe('Markdown', () => {
  test('keeps headings, items, rows and code apart', async () => {
    const read = await parseBytes(
      'Anleitung.md',
      [
        '---\ntitle: "Router zurücksetzen"\ntags: [netz]\n---',
        '# Router\n\nEin *wichtiger* Satz\nmit zwei Zeilen.',
        '## Schritte\n\n1. Stecker ziehen\n2. Warten\n   - zehn Sekunden',
        '| Gerät | Lampe |\n|---|---|\n| FritzBox | rot |',
        '```sh\nping 10.0.0.1\n```',
        '<details><summary>Mehr</summary><p>Im Keller.</p></details>',
      ].join('\n\n'),
    )
    expect(titleOf(read)).toBe('Router zurücksetzen')
    expect(outline(read)).toEqual([
      'h1 Router',
      'paragraph Ein wichtiger Satz\nmit zwei Zeilen.',
      'h2 Schritte',
      'item1 Stecker ziehen',
      'item1 Warten',
      'item2 zehn Sekunden',
      'row Gerät | Lampe',
      'row Gerät: FritzBox | Lampe: rot',
      'code ping 10.0.0.1',
      'paragraph Mehr',
      'paragraph Im Keller.',
    ])
  })
})

describe('plain text', () => {
  const text = 'Störung im Keller.\n\n- Sicherung prüfen\n- Größe: 16 Ampère\n'
  const lines = ['paragraph Störung im Keller.', 'item Sicherung prüfen', 'item Größe: 16 Ampère']

  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('is read from %s', async (_, bytes) => {
    expect(outline(await parseBytes('notiz.txt', bytes))).toEqual(lines)
  })

  test('of windows-1252 has its own signs', async () => {
    const read = await parseBytes('preis.txt', Buffer.from([0x31, 0x30, 0x80, 0x20, 0x96, 0x20, 0xfc, 0x0a]))
    expect(outline(read)).toEqual(['paragraph 10€ – ü'])
  })

  test('is what a file of another name is that holds text', async () => {
    expect(outline(await parseBytes('Makefile', 'all:\n\tbuild'))).toEqual(['paragraph all:\nbuild'])
    expect(outline(await parseBytes('daten.json', '{"lampe": "rot"}'))).toEqual([
      'paragraph {"lampe": "rot"}',
    ])
  })
})

test('HTML is read without scripts, styles and menus', async () => {
  const read = await parseBytes(
    'seite.html',
    `<!doctype html><html><head><title>Notfall &amp; Hilfe</title><style>p{}</style></head><body>
     <nav><a href="/">Start</a></nav><script>alert("nein")</script>
     <h1>Notfall</h1><p>Rufen Sie <b>0800&nbsp;123</b> an.<br>Immer.</p>
     <ul><li>Ruhe</li><li><p>Licht</p></li></ul>
     <table><tr><th>Ort</th><th>Nummer</th></tr><tr><td>Kiel</td><td>1</td></tr></table>
     <div>Frei <div>stehend</div></div></body></html>`,
  )
  expect(titleOf(read)).toBe('Notfall & Hilfe')
  expect(outline(read)).toEqual([
    'h1 Notfall',
    'paragraph Rufen Sie 0800 123 an.\nImmer.',
    'item1 Ruhe',
    'item1 Licht',
    'row Ort | Nummer',
    'row Ort: Kiel | Nummer: 1',
    'paragraph Frei',
    'paragraph stehend',
  ])
})

describe('CSV', () => {
  test.each([
    ['semicolons', 'Teil;Lager\n"Dichtung; groß";3\nRing;12\n'],
    ['tabs', 'Teil\tLager\nDichtung; groß\t3\nRing\t12\n'],
    ['commas', 'Teil,Lager\r\n"Dichtung; groß",3\r\nRing,12\r\n'],
  ])('with %s is read row by row', async (_, text) => {
    expect(outline(await parseBytes('teile.csv', text))).toEqual([
      'row Teil | Lager',
      'row Teil: Dichtung; groß | Lager: 3',
      'row Teil: Ring | Lager: 12',
    ])
  })

  test('with a quote that is never closed is read as far as it goes', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `"x${String(index)},1`).join('\n')
    const read = await parseBytes('kaputt.csv', `a,b\n${rows}`)
    expect(read.outcome.type).toBe('read')
  })
})

test('DOCX is read by its styles', async () => {
  const read = await parseBytes(
    'Wartung.docx',
    docxOf([
      { style: 'Title', text: 'Wartung der Turbine' },
      { style: 'heading 1', text: 'Öl wechseln' },
      { text: 'Jährlich, bei Windstille.' },
      [
        ['Teil', 'Menge'],
        ['Öl', '80 l'],
      ],
    ]),
  )
  expect(titleOf(read)).toBe('Wartung der Turbine')
  expect(outline(read)).toEqual([
    'h1 Wartung der Turbine',
    'h1 Öl wechseln',
    'paragraph Jährlich, bei Windstille.',
    'row Teil | Menge',
    'row Teil: Öl | Menge: 80 l',
  ])
})

test('XLSX is read sheet by sheet', async () => {
  const read = await parseBytes(
    'Bestand.xlsx',
    xlsxOf({
      Nord: [
        ['Teil', 'Menge', 'Geprüft'],
        ['Lager', 3, true],
      ],
      Süd: [['Teil', 'Menge']],
    }),
  )
  expect(outline(read)).toEqual([
    'h1 Nord',
    'row Teil | Menge | Geprüft',
    'row Teil: Lager | Menge: 3 | Geprüft: true',
    'h1 Süd',
    'row Teil | Menge',
  ])
})

test('EML is read with who wrote whom, its text, and the names of what hung on it', async () => {
  const mail = [
    'From: =?utf-8?q?J=C3=BCrgen?= <juergen@example.org>',
    'To: Leitstand <leitstand@example.org>',
    'Subject: =?utf-8?q?St=C3=B6rung?= am Tor 3',
    'Date: Sat, 21 Nov 2026 18:00:00 +0000',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nDas Tor =F6ffnet nicht.\n',
    '--x\nContent-Type: application/pdf; name="Plan.pdf"\nContent-Disposition: attachment; filename="Plan.pdf"\nContent-Transfer-Encoding: base64\n\nAAAA\n',
    '--x--',
  ].join('\n')
  const read = await parseBytes('meldung.eml', mail)
  expect(titleOf(read)).toBe('Störung am Tor 3')
  expect(outline(read)).toEqual([
    'h1 Störung am Tor 3',
    'paragraph Jürgen <juergen@example.org> → Leitstand <leitstand@example.org>, 2026-11-21 18:00',
    'paragraph Das Tor öffnet nicht.',
    'item1 Plan.pdf',
  ])
})

describe('PDF', () => {
  test('is read page by page, with headings by their size', async () => {
    const read = await parseBytes(
      'Handbuch.pdf',
      pdfOf(
        [
          [
            { text: 'Störungen', size: 24 },
            { text: 'Bei rotem Licht den Strom-', gap: 40 },
            { text: 'kreis trennen und warten.' },
            { text: 'Danach neu starten.', gap: 40 },
          ],
          [{ text: 'Zweite Seite, mit Text.' }, { text: 'Ein Satz für sich.' }],
        ],
        { title: 'Handbuch 2026' },
      ),
    )
    expect(read.outcome).toEqual({ type: 'read', title: 'Handbuch 2026', pages: 2, partly: null })
    expect(outline(read)).toEqual([
      'h1 p1 Störungen',
      'paragraph p1 Bei rotem Licht den Stromkreis trennen und warten.',
      'paragraph p1 Danach neu starten.',
      'paragraph p2 Zweite Seite, mit Text.',
      'paragraph p2 Ein Satz für sich.',
    ])
  })

  test('that was scanned is read off its pictures, German signs included', async () => {
    const scan = { jpeg: fixture('sign.jpg'), width: 1_100, height: 260 }
    const read = await parseBytes('Scan.pdf', pdfOf([scan, [{ text: 'Getippt, nicht gescannt.' }]]))
    const lines = outline(read)
    expect(lines[0]).toContain('paragraph p1 Störung am Zähler')
    expect(lines[0]).toContain('Prüfnummer 4711-08')
    expect(lines.at(-1)).toBe('paragraph p2 Getippt, nicht gescannt.')
  })
})

test('a picture is read off, German signs included', async () => {
  const read = await parseBytes('Schild.png', fixture('sign.png'))
  expect(read.blocks.map(({ text }) => text).join('\n')).toBe(
    'Störung am Zähler\nGerät vom Netz trennen\nPrüfnummer 4711-08',
  )
})
