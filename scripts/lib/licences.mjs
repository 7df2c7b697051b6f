/** Which licences may be in what people get, and what each package says its own is. */

/** Any of these may be passed on with the program, as long as their texts are (scripts/lib/third-party.mjs). */
const ALLOWED = [
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
  ],
  ...['Unlicense', 'Zlib'],
]

/** Installed with `@huggingface/transformers`, and neither bundled nor packed (electron.vite.config.ts, `alias`). */
const NEVER_SHIPPED = /^(?:sharp$|@img\/)/u
const ALLOWED_THERE = [...ALLOWED, 'LGPL-3.0-or-later']

/** Their package.json names no licence as SPDX does. Read from the text that lies beside it. */
const CLARIFIED = new Map([['duck@0.1.12', 'BSD-2-Clause']])

/** Data under licences of their own: a folder, and what its LICENSE.md must name. */
export const DATA = [
  { folder: 'assets/models/static-de-en', licence: 'GPL-3.0-or-later' },
  { folder: 'src-renderer/features/chat/composer/emoji-names', licence: 'Unicode-3.0' },
]

/**
 * @param {Readonly<Record<string, import('./audit.mjs').LockEntry>>} packages those of package-lock.json
 * @returns {string[]} a sentence for each package that may not be in the product
 */
export function licenceProblems(packages) {
  return productionPackages(packages).flatMap(({ name, version, licence }) => {
    const allowed = NEVER_SHIPPED.test(name) ? ALLOWED_THERE : ALLOWED
    const stated = licence ?? ''
    return isAllowed(stated, allowed) ? [] : [`${name}@${version}: ${stated || 'no licence'}`]
  })
}

/**
 * @param {Readonly<Record<string, import('./audit.mjs').LockEntry>>} packages
 * @returns {{ name: string, version: string, licence: string | undefined }[]}
 */
function productionPackages(packages) {
  return Object.entries(packages).flatMap(([place, { dev, link, version = '', license }]) => {
    const name = place.split('node_modules/').at(-1) ?? ''
    if (place === '' || !place.includes('node_modules/') || dev === true || link === true) return []
    return [{ name, version, licence: CLARIFIED.get(`${name}@${version}`) ?? license }]
  })
}

/**
 * Reads an expression of SPDX: names, OR, AND, WITH and brackets.
 * @param {string} expression
 * @param {readonly string[]} allowed
 * @returns {boolean} false, too, for what is no expression
 */
export function isAllowed(expression, allowed = ALLOWED) {
  const words = expression.match(/\(|\)|[^\s()]+/gu) ?? []
  let at = 0
  /** @returns {boolean} */
  const any = () => {
    let result = all()
    while (words[at] === 'OR') {
      at += 1
      // Both sides are read.
      result = all() || result
    }
    return result
  }
  const all = () => {
    let result = one()
    while (words[at] === 'AND') {
      at += 1
      result = one() && result
    }
    return result
  }
  /** @returns {boolean} */
  const one = () => {
    const word = words[at]
    at += 1
    if (word === '(') {
      const result = any()
      if (words[at] !== ')') return false
      at += 1
      return result
    }
    return word !== undefined && allowed.includes(word)
  }
  const result = any()
  return result && at === words.length
}
