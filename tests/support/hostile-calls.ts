/** Values that no page of ours would send, for the window's page itself and for the program's main process. */

/** Runs where it is sent to: it may use nothing from outside. */
export function makeHostileValues(): unknown[] {
  const cyclic: Record<string, unknown> = {}
  cyclic['self'] = cyclic
  let deep: unknown = 'bottom'
  for (let depth = 0; depth < 500; depth += 1) deep = { inner: deep }
  const polluted = JSON.parse(
    '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
  ) as unknown
  const id = '01HZZZZZZZZZZZZZZZZZZZZZZA'
  return [
    ...[
      undefined,
      null,
      true,
      false,
      0,
      -1,
      1.5,
      NaN,
      Infinity,
      2 ** 53,
      10n,
      '',
      ' ',
      '\0',
      '\ud800',
      '\u202e',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      '../../x',
      '/etc/passwd',
      'C:\\x',
      'file:///etc/passwd',
      '%00',
      id,
    ],
    ...[
      'workspace/../x',
      'ffffffffffff',
      'channel/x',
      `channel/${id}/x`,
      'x'.repeat(2_000_000),
      "'; DROP TABLE messages; --",
    ],
    ...[
      [],
      {},
      [[]],
      [null],
      cyclic,
      deep,
      polluted,
      new Date(0),
      new Map([[1, 2]]),
      new Set([1]),
      /x/u,
      new Error('x'),
    ],
    ...[
      new Uint8Array(8),
      new ArrayBuffer(8),
      Array.from({ length: 50_000 }, () => 0),
      Object.create(null) as unknown,
    ],
    ...[
      { what: 'pdf', name: 5 },
      { what: 'shell', name: 'x' },
      { what: 'pdf', name: 'x', path: '/etc/passwd' },
    ],
    ...[
      { id: '../../x', name: 'x' },
      { id: 'a'.repeat(64), name: 7 },
      { id: 'a'.repeat(64), name: 'x', path: '/etc' },
    ],
    ...[
      { draftKey: '../x', files: [] },
      { draftKey: `channel/${id}`, files: [{ name: 'x', path: '' }] },
    ],
    ...[
      { type: 'place', route: 'https://example.org/' },
      { type: 'place', route: '../../x' },
      { type: 'main', url: 'x' },
    ],
    ...[
      { theme: 'pink' },
      { lastRoute: 7 },
      { language: '../../de' },
      { shortcuts: { a: { b: 'c' } } },
      { paneWidths: { x: -1 } },
    ],
    ...[
      { version: 1, id: 'a', kind: 'command', name: '__proto__', input: {} },
      { version: 1, id: 'a', kind: 'query' },
    ],
    { version: 1, id: 'a', kind: 'request', name: 'server.signOut', input: [], timeoutMs: -1 },
  ]
}
