'use strict'

/**
 * Who may import whom: the layout of the program as rules. `npm run depcruise` checks them, and
 * tests/unit/import-rules.test.ts plants violations and sees them caught.
 *
 * Most rules are of the form "from here, nothing but this": `pathNot` is then the list of what is allowed. Packages are
 * matched by name with `npm()`. Imports of types count like any other, except where a rule says so, because a type that
 * one may not import today is a value tomorrow.
 */

/** Matches the named npm packages, wherever node_modules is, or their bare names where they are not installed. */
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)|^(${names.join('|')})(/|$)`
const any = (...patterns) => patterns.join('|')
/** Files of the model that hold the words (states, priorities) and no function over a document. */
const VOCABULARY = '^src-shared/model/(ticket/ticket|article/article-words|personal/notice-words)\\.ts$'
const TRANSFORMERS = '^src-main/engine/search/embedding/transformer-runtime\\.ts$'
const LLAMA = '^src-main/engine/ask/model-file/runtime\\.ts$'
const TEST = '\\.test\\.tsx?$'
/** Articles as Markdown: small files, one at a time, and loaded only when somebody exports or imports. */
const ARTICLE_MARKDOWN = '^src-main/engine/articles/markdown-(read|write|tree)\\.ts$'

/** A rule that lets files in `from` import only what matches `allowed`. Tests beside the code are free. */
const only = (name, comment, from, ...allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { pathNot: any(...allowed) },
})
/** A rule that forbids files in `from` to import what matches `to`. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** What reads the formats of files. */
const fileParsers = [
  '@types/yauzl',
  'csv-parse',
  'file-type',
  'htmlparser2',
  'mammoth',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'micromark-extension-gfm',
  'postal-mime',
  'read-excel-file',
  'tesseract.js',
  'unpdf',
  'yauzl',
]

module.exports = {
  forbidden: [
    never(
      'no-circular',
      'Two modules that import each other are one module, or hide a third. Types count too.',
      {},
      { circular: true },
    ),
    never(
      'no-unresolved',
      'An import that resolves to nothing would slip past every other rule.',
      { path: '^(src-|tests/|bench/|scripts/)' },
      { couldNotResolve: true },
    ),
    never(
      'no-tools-in-the-product',
      'The product imports neither tests, benchmarks and scripts nor packages that are only there for development. Electron itself is: the program is packed with it.',
      { path: '^src-', pathNot: TEST },
      { path: any('^(tests|bench|scripts)/', npm('vitest', 'playwright-core', 'fast-check', 'vite')) },
    ),

    // src-shared: runs everywhere
    only(
      'shared-stands-alone',
      'src-shared runs in the window, in Node, on the server: nothing of ours, no node:, no electron.',
      '^src-shared/',
      '^src-shared/',
      npm('yjs', 'lib0', 'zod'),
    ),
    only(
      'shared-base',
      'base/ is the ground: it imports only itself.',
      '^src-shared/base/',
      '^src-shared/base/',
    ),
    only(
      'shared-flags',
      'flags/ says what can be switched: it imports only itself.',
      '^src-shared/flags/',
      '^src-shared/flags/',
    ),
    only(
      'shared-model',
      'model/ holds pure functions over a Y.Doc: yjs and base only.',
      '^src-shared/model/',
      '^src-shared/(model|base)/',
      npm('yjs'),
    ),
    only(
      'shared-protocol',
      'protocol/ encodes frames and knows no content: lib0 and base only.',
      '^src-shared/protocol/',
      '^src-shared/(protocol|base)/',
      npm('lib0'),
    ),
    only(
      'shared-contract',
      'contract/ states what crosses the bridge: zod, base, and the types of the model and the protocol.',
      '^src-shared/contract/',
      '^src-shared/(contract|base|flags|model|protocol)/',
      npm('zod'),
    ),
    never(
      'shared-contract-takes-no-yjs-along',
      'The contract is loaded in the preload script and the window, which must not load Yjs with it: of the model it takes types, and values only from the lists of words named here.',
      { path: '^src-shared/contract/', pathNot: TEST },
      { path: '^src-shared/model/', pathNot: VOCABULARY, dependencyTypesNot: ['type-only'] },
    ),
    never(
      'shared-vocabulary-loads-no-yjs',
      'What the contract takes values from must not load Yjs itself, nor other parts of the model that do.',
      { path: VOCABULARY },
      { path: any('^src-shared/model/', npm('yjs', 'lib0')), dependencyTypesNot: ['type-only'] },
    ),

    // src-main
    {
      name: 'engine-is-host-agnostic',
      comment:
        'The engine is everything but the window: src-shared, node:, yjs, better-sqlite3, ws for the server, zod, as it parses, and file-type, as it looks at files. Never electron.',
      severity: 'error',
      from: {
        path: '^src-main/engine/',
        pathNot: any(
          TEST,
          '^src-main/engine/library/(parsers/|watching)',
          ARTICLE_MARKDOWN,
          TRANSFORMERS,
          LLAMA,
        ),
      },
      to: {
        pathNot: any(
          '^src-main/engine/',
          '^src-shared/',
          npm(
            'yjs',
            'better-sqlite3',
            '@types/better-sqlite3',
            'zod',
            'ws',
            '@types/ws',
            'file-type',
            'snowball-stemmers',
            'tinyld',
          ),
        ),
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'parsers-of-files',
      comment:
        'What reads the files of people is large and takes what it is given: it runs in a thread that can be thrown away, so nothing but the parsers imports it.',
      severity: 'error',
      from: { path: '^src-main/engine/library/(parsers/|watching)', pathNot: TEST },
      to: {
        pathNot: any(
          '^src-main/engine/(library|queries|store)/',
          '^src-shared/',
          npm('chokidar', ...fileParsers),
        ),
        dependencyTypesNot: ['core'],
      },
    },
    never(
      'only-parsers-load-what-parses-files',
      'See parsers-of-files.',
      {
        path: '^src-',
        pathNot: any(
          '^src-main/engine/library/parsers/',
          '^src-renderer/features/knowledge/',
          ARTICLE_MARKDOWN,
          TEST,
        ),
      },
      {
        path: npm(
          'csv-parse',
          'htmlparser2',
          'mammoth',
          'postal-mime',
          'read-excel-file',
          'tesseract.js',
          'unpdf',
          'yauzl',
        ),
      },
    ),
    only(
      'models-by-transformers',
      'transformers.js brings native code along: one module loads it, and only when a model that needs it is opened.',
      TRANSFORMERS,
      '^src-main/engine/search/',
      npm('@huggingface/transformers'),
      '^path$',
    ),
    never(
      'only-the-runtime-loads-transformers',
      'See models-by-transformers.',
      { path: '^src-', pathNot: any(TRANSFORMERS, TEST) },
      { path: npm('@huggingface/transformers', 'onnxruntime-node') },
    ),
    never(
      'only-the-runtime-loads-llama',
      'llama.cpp is native code that a bad file can bring down: one module loads it, in a process of its own.',
      { path: '^src-', pathNot: any(LLAMA, TEST) },
      { path: npm('node-llama-cpp') },
    ),
    never(
      'only-the-process-runs-models',
      'See only-the-runtime-loads-llama.',
      {
        path: '^src-',
        pathNot: any(
          '^src-main/engine/ask/model-file/',
          '^src-main/workers/(local-model|check-parts)\\.ts$',
          TEST,
        ),
      },
      { path: '^src-main/engine/ask/model-file/(runtime|serve)\\.ts$' },
    ),
    never(
      'only-shell-and-preload-import-electron',
      'The shell is the only importer of the main-process API; the preload script has contextBridge and ipcRenderer.',
      { path: '^(src-|bench/)', pathNot: '^src-main/(shell|preload)/' },
      { path: npm('electron') },
    ),
    never(
      'only-workers-run-the-engine',
      'The engine runs in a process of its own. The shell talks to it, and never loads it.',
      { path: '^src-main/(shell|preload)/' },
      { path: '^src-main/engine/' },
    ),
    never(
      'workers-are-entry-points',
      'A worker is started, not imported.',
      { pathNot: '^src-main/workers/' },
      { path: '^src-main/workers/' },
    ),
    only(
      'preload-exposes-the-contract',
      'The preload script exposes one object: it needs the contract and electron, nothing else.',
      '^src-main/preload/',
      '^src-main/preload/',
      '^src-shared/contract/',
      npm('electron'),
    ),
    never(
      'main-imports-no-window-and-no-server',
      'The parts of the program meet in src-shared.',
      { path: '^src-main/' },
      { path: '^src-(renderer|server)/' },
    ),

    // src-renderer
    never(
      'window-stands-on-shared',
      'The window is sandboxed: of ours it imports src-renderer and src-shared, and nothing that needs Node.',
      { path: '^src-renderer/', pathNot: TEST },
      { path: any('^src-(main|server)/', npm('electron', 'better-sqlite3')) },
    ),
    never(
      'window-has-no-node',
      'Nothing that is built into Node exists there.',
      { path: '^src-renderer/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    never(
      'window-holds-no-document',
      'The window shows read models. Only the article open in the editor is a Y.Doc.',
      { path: '^src-renderer/', pathNot: any('^src-renderer/features/knowledge/', TEST) },
      { path: npm('yjs', 'lib0') },
    ),
    never(
      'features-never-import-each-other',
      'Features meet in state and in the frame. What two of them need belongs into ui or state.',
      { path: '^src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    ),
    never(
      'features-use-state-not-the-bridge',
      'Features import state and ui; state talks to the bridge.',
      { path: '^src-renderer/features/', pathNot: TEST },
      { path: '^src-renderer/bridge/' },
    ),
    never(
      'ui-is-a-library',
      'The design system knows no state, no bridge and no feature: it could be used in another program.',
      { path: '^src-renderer/ui/', pathNot: TEST },
      { path: '^src-renderer/(state|bridge|features)/' },
    ),
    never(
      'passages-belong-to-all-features',
      'How found text is shown and marked is used by several features, and knows none of them.',
      { path: '^src-renderer/passages/', pathNot: TEST },
      { path: '^src-renderer/(app|bridge|features)/' },
    ),
    never(
      'state-draws-nothing',
      'State is below ui and features.',
      { path: '^src-renderer/state/', pathNot: TEST },
      { path: '^src-renderer/(ui|features)/' },
    ),
    never(
      'bridge-is-the-lowest-layer-of-the-window',
      'bridge/ is a typed client of the contract.',
      { path: '^src-renderer/bridge/', pathNot: TEST },
      { path: '^src-renderer/', pathNot: '^src-renderer/bridge/' },
    ),

    // src-server
    never(
      'server-stands-alone',
      'The server imports src-shared only, of ours.',
      { path: '^src-server/' },
      { path: any('^src-(main|renderer)/', npm('electron')) },
    ),
    never(
      'feed-never-decodes',
      'Payloads are opaque to the feed, so that they can be encrypted end to end: no Yjs, no content, no model.',
      { path: '^src-server/feed/', pathNot: TEST },
      { path: any('^src-server/content/', '^src-shared/model/', npm('yjs', 'y-protocols')) },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|tests/fixtures)/' },
    // Types are imports too, and tests and benchmarks are read as they are, not as they compile.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
