/**
 * Reads a Hunspell dictionary (.aff with the rules, .dic with the words) into what a BDIC file holds. All text is kept as
 * its bytes in UTF-8, one character a byte, because the format sorts and splits words by bytes.
 */
export interface HunspellDictionary {
  /** The comment at the head of the rules: whose work it is. */
  readonly comment: string
  /** Sets of flags that words and rules name by their place, counted from 1. */
  readonly flagSets: readonly string[]
  readonly affixRules: readonly string[]
  readonly replacements: readonly (readonly [from: string, to: string])[]
  readonly otherCommands: readonly string[]
  /** In the order of their bytes; 0 is no flag. */
  readonly words: readonly (readonly [word: string, flagSets: readonly number[]])[]
}

/** @throws where the dictionary uses what the format cannot hold, so that nobody ships half of it */
export function readHunspell(aff: string, dic: string): HunspellDictionary {
  const flagSets = new Map<string, number>()
  const flagSet = (flags: string): number => {
    const known = flagSets.get(flags) ?? flagSets.size + 1
    flagSets.set(flags, known)
    return known
  }
  const affixRules: string[] = []
  const replacements: (readonly [string, string])[] = []
  const otherCommands: string[] = []
  const lines = bytesOf(aff).split('\n')

  for (const line of lines.map(withoutComment)) {
    const [command = '', ...rest] = line.split(/[ \t]+/)
    if (line === '') continue
    if (command === 'SET' && rest[0] !== 'UTF-8') throw new Error(`text in ${String(rest[0])}`)
    if (/^(AF|FLAG|IGNORE|COMPLEXPREFIXES)$/.test(command)) throw new Error(`${command} is not supported`)
    if (command === 'SET') continue
    if (command === 'SFX' || command === 'PFX') affixRules.push(affixRule(command, rest, flagSet))
    else if (command === 'REP') {
      const [from, to] = rest
      // The first one says how many there are.
      if (from !== undefined && to !== undefined) replacements.push([spaced(from), spaced(to)])
    } else otherCommands.push(line)
  }
  return {
    comment: lines
      .slice(
        0,
        lines.findIndex((line) => !line.startsWith('#')),
      )
      .join('\n'),
    words: readWords(dic, flagSet),
    flagSets: [...flagSets.keys()],
    affixRules,
    replacements,
    otherCommands,
  }
}

function affixRule(command: string, [flag = '', ...rest]: readonly string[], flagSet: (f: string) => number) {
  const isHead = rest.length === 2 && /^[YN]$/.test(rest[0] ?? '')
  if (isHead) return [command, flag, ...rest].join(' ')
  const [strip = '0', added = '0', condition = '.'] = rest
  const [affix, flags] = added.split('/')
  return [command, flag, strip, flags === undefined ? affix : `${affix}/${flagSet(flags)}`, condition].join(
    ' ',
  )
}

function readWords(dic: string, flagSet: (flags: string) => number): HunspellDictionary['words'] {
  const words = new Map<string, Set<number>>()
  // The first line is a count.
  for (const line of bytesOf(dic).split('\n').slice(1)) {
    // What follows a tab describes the word.
    const [entry = ''] = line.trimEnd().split('\t')
    const slash = /(?<!^|\\)\//.exec(entry)?.index ?? entry.length
    const word = entry.slice(0, slash).replaceAll('\\/', '/')
    if (word === '') continue
    const flags = entry.slice(slash + 1)
    const sets = words.get(word) ?? new Set()
    words.set(word, sets.add(flags === '' ? 0 : flagSet(flags)))
  }
  return [...words]
    .map(([word, sets]) => [word, [...sets].sort((a, b) => b - a)] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
const withoutComment = (line: string): string => line.replace(/#.*$/, '').trim()
/** A space cannot stand in a rule that is split at spaces. */
const spaced = (text: string): string => text.replaceAll('_', ' ')
