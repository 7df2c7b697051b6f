/**
 * The window's code, made quick to start: each start of the program reads it (docs/performance.md).
 *
 * - Of what React Aria says, only our languages: it brings 34, and speaks English in the others now.
 * - React Aria asks at its start whether the browser's language is one, in a way for which V8 goes through all locales
 *   that it has data of. Asked in another, the same languages are refused.
 * - Only ASCII: with one other character V8 keeps the whole file in two bytes a character, and Chromium converts it.
 */

const otherLanguages = /\/react-aria\/dist\/private\/intl\/[\w-]+\/(?!en-US|de-DE)[\w-]+\.mjs$/u

const defaultLocale = '/react-aria/dist/private/i18n/useDefaultLocale.mjs'
const slowCheck = 'Intl.DateTimeFormat.supportedLocalesOf(['
const quickCheck = 'Intl.getCanonicalLocales(['

/** @returns {import('vite').Plugin} */
export function windowCode() {
  return {
    name: 'outpost-window-code',
    apply: 'build',
    load: (id) =>
      otherLanguages.test(id.replaceAll('\\', '/')) ? "export { default } from './en-US.mjs'" : null,
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith(defaultLocale)) return null
      if (!code.includes(slowCheck)) this.error(`${id} no longer asks what is replaced here`)
      return { code: code.replace(slowCheck, quickCheck), map: null }
    },
    generateBundle: {
      // After the minifier, which writes escapes as the characters that they mean.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue
          if (/String\.raw`[^`]*[^\0-\x7f]/u.test(file.code))
            this.error(`${file.fileName}: a raw template is not ASCII`)
          file.code = toAscii(file.code)
        }
      },
    },
  }
}

/**
 * Within strings, templates, regular expressions and names, which is all there is without comments, an escape means its
 * character. A character that is escaped where it need not be loses its backslash, which would escape ours.
 * @param {string} code
 */
export function toAscii(code) {
  return code.replaceAll(
    /(\\*)([^\0-\x7f])/gu,
    (_all, /** @type {string} */ slashes, /** @type {string} */ character) => {
      const escaped = character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      return slashes.slice(slashes.length % 2) + escaped.join('')
    },
  )
}
