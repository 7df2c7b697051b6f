/**
 * What is checked on each line of code. Which part may import which is checked elsewhere: .dependency-cruiser.cjs.
 * Formatting is Prettier's: no rule here is about it.
 */
import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { words } from './scripts/lib/lint-words.mjs'

const TESTS = ['tests/**', 'bench/**', '**/*.test.{ts,tsx}']

export default defineConfig(
  globalIgnores(['out/', 'dist/', '.cache/', 'coverage/', 'test-results/', 'tests/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 500 }],
      'no-console': 'error',
      'object-shorthand': 'error',
    },
  },

  {
    name: 'outpost/typed',
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `import { type A } from './b.ts'` would still load b.ts at run time.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      // A number in a message is what one means; an object is not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => store.set(x)` is how event handlers are written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // React takes async handlers; no-floating-promises still watches what is inside them.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Yjs's types say their content; the rule does not see the toString that they inherit.
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['Error', 'RegExp', 'URL', 'URLSearchParams', 'YText', 'YXmlFragment'] },
      ],
      // `asId<TicketId>(text)`: the caller names the type it takes responsibility for.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // We write functions that close over their state, not classes: methods of ours have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      // An implementation of an async interface need not await anything.
      '@typescript-eslint/require-await': 'off',
    },
  },

  {
    name: 'outpost/window',
    files: ['src-renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', message: 'The window reaches Electron through bridge/ only.' }] },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Content from other people is rendered from its parsed form, never as HTML.',
        },
      ],
      // On our components it says where focus goes when a dialog or menu opens, which React Aria needs to be told.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      ...onlyTheBridgeTouchesTheBridge(),
    },
  },
  {
    name: 'outpost/words',
    files: ['src-renderer/**/*.{ts,tsx}', 'src-main/shell/**/*.ts'],
    ignores: ['**/*.test.{ts,tsx}', 'src-renderer/ui/gallery/**'],
    plugins: { words },
    rules: { 'words/no-words': 'error', 'words/no-pieces': 'error' },
  },
  {
    name: 'outpost/formats',
    files: ['src-renderer/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', 'src-renderer/ui/gallery/**', 'src-renderer/i18n/**'],
    plugins: { words },
    rules: { 'words/no-own-format': 'error' },
  },
  { name: 'outpost/bridge', files: ['src-renderer/bridge/**'], rules: { 'no-restricted-properties': 'off' } },

  {
    name: 'outpost/tests',
    files: TESTS,
    languageOptions: { globals: globals.node },
    rules: {
      'no-console': 'off',
      // A test that reads a missing entry should fail there and then, with the shortest code.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    name: 'outpost/scripts',
    files: ['scripts/**', '*.config.{js,ts}', '*.cjs', '.*.cjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  { name: 'outpost/commonjs', files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
)

/** `window.bridge` may be read in src-renderer/bridge/ only; everything else uses its typed client. */
function onlyTheBridgeTouchesTheBridge() {
  const message = 'Use the typed client in src-renderer/bridge/.'
  const objects = ['window', 'globalThis', 'self']
  return {
    'no-restricted-properties': [
      'error',
      ...objects.map((object) => ({ object, property: 'bridge', message })),
    ],
  }
}
