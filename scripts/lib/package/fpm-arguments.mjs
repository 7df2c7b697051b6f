/** The part of fpm's command line that electron-builder uses. Anything else is refused, so that a new one is noticed. */

/**
 * @typedef {object} Wanted what to pack
 * @property {'deb' | 'rpm'} type
 * @property {string} file the package to write
 * @property {string} name
 * @property {string} version
 * @property {string} architecture as the package's own system calls it
 * @property {string} maintainer
 * @property {string} vendor
 * @property {string} homepage
 * @property {string} licence
 * @property {string} section
 * @property {string} priority
 * @property {string} summary one line
 * @property {string} description
 * @property {string[]} depends
 * @property {string[]} recommends
 * @property {string} afterInstall a script's path
 * @property {string} afterRemove
 * @property {{ from: string, to: string }[]} files a file or a folder, and where it is installed
 */

const flags = new Set(['--force', '--debug'])
const lists = new Set(['-d', '--deb-recommends'])
const values = new Set([
  '-s',
  '-t',
  '--log',
  '--architecture',
  '--after-install',
  '--after-remove',
  '--description',
  '--version',
  '--package',
  '--name',
  '--maintainer',
  '--vendor',
  '--url',
  '--category',
  '--license',
  '--deb-priority',
  '--deb-compression',
  '--rpm-summary',
  '--rpm-os',
  '--rpm-compression',
])

/**
 * @param {readonly string[]} argv
 * @returns {Wanted}
 */
export function parseFpmArguments(argv) {
  /** @type {Map<string, string>} */
  const given = new Map()
  /** @type {Map<string, string[]>} */
  const several = new Map()
  /** @type {Wanted['files']} */
  const files = []
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    if (flags.has(argument)) continue
    if (values.has(argument) || lists.has(argument)) {
      const value = argv[++at]
      if (value === undefined) throw new Error(`${argument} has no value`)
      if (lists.has(argument)) several.set(argument, [...(several.get(argument) ?? []), value])
      else given.set(argument, value)
      continue
    }
    const split = argument.indexOf('=/')
    if (argument.startsWith('-') || split < 0)
      throw new Error(
        `"${argument}" is nothing that can be packed with: scripts/lib/package/fpm-arguments.mjs`,
      )
    files.push({ from: argument.slice(0, split), to: argument.slice(split + 1) })
  }
  /** @param {string} option */
  const must = (option) => {
    const value = given.get(option)
    if (value === undefined || value === '') throw new Error(`${option} is missing`)
    return value
  }
  const type = must('-t')
  if (type !== 'deb' && type !== 'rpm') throw new Error(`${type} is no kind of package that is made here`)
  const [first = '', ...rest] = must('--description').split('\n')
  return {
    type,
    file: must('--package'),
    name: must('--name'),
    version: must('--version'),
    architecture: must('--architecture'),
    maintainer: must('--maintainer'),
    vendor: given.get('--vendor') ?? must('--maintainer'),
    homepage: must('--url'),
    licence: given.get('--license') ?? 'unknown',
    section: given.get('--category') ?? 'misc',
    priority: given.get('--deb-priority') ?? 'optional',
    // For deb the synopsis comes as the first line.
    summary: (given.get('--rpm-summary') ?? first).trim(),
    description: (rest.length > 0 ? rest.join(' ') : first).replace(/\s+/g, ' ').trim(),
    depends: several.get('-d') ?? [],
    recommends: several.get('--deb-recommends') ?? [],
    afterInstall: must('--after-install'),
    afterRemove: must('--after-remove'),
    files,
  }
}
