/**
 * Writes the dictionary format of Chromium's spell checker (BDIC, version 2): the rules as lists of lines, the words as a
 * trie whose nodes take the smallest of five forms. Numbers are little endian. The format is described in Chromium's
 * third_party/hunspell/google/bdict.h.
 */
import { createHash } from 'node:crypto'
import type { HunspellDictionary } from './read-hunspell.ts'

const headerBytes = 32
const affHeaderBytes = 16
/** A list names its children one by one; a table has a place for each byte between the first and the last. */
const maxListChildren = 15
const noMore = 0xffff
const maxInlineFlagSet = 0x1ffe
const flagSetElsewhere = 0x1fff

export function writeBdic(dictionary: HunspellDictionary): Buffer {
  const aff = affSection(dictionary)
  const root = buildNode(dictionary.words, 0, dictionary.words.length, 0)
  const dicOffset = headerBytes + aff.length
  const file = Buffer.alloc(dicOffset + sizeOf(root))
  file.write('BDic', 0, 'latin1')
  file.writeUInt16LE(2, 4)
  file.writeUInt32LE(headerBytes, 8)
  file.writeUInt32LE(dicOffset, 12)
  aff.copy(file, headerBytes)
  writeNode(file, dicOffset, root)
  createHash('md5').update(file.subarray(headerBytes)).digest().copy(file, 16)
  return file
}

function affSection({
  comment,
  flagSets,
  affixRules,
  replacements,
  otherCommands,
}: HunspellDictionary): Buffer {
  const parts = [
    [`AF ${flagSets.length}`, ...flagSets.map((flags) => `AF ${flags}`)],
    affixRules,
    replacements.flat(),
    otherCommands,
  ].map((strings) => Buffer.from(`${strings.map((text) => `${text || ' '}\0`).join('')}\0`, 'latin1'))
  const intro = Buffer.from(`\n${comment}\n`, 'latin1')
  const header = Buffer.alloc(affHeaderBytes)
  let offset = headerBytes + affHeaderBytes + intro.length
  for (const [index, part] of parts.entries()) {
    header.writeUInt32LE(offset, index * 4)
    offset += part.length
  }
  return Buffer.concat([header, intro, ...parts])
}

interface Leaf {
  readonly type: 'leaf'
  /** The byte that leads here; 0 for the end of a word that others go on from. */
  readonly byte: number
  readonly rest: string
  readonly flagSets: readonly number[]
}
interface Branch {
  readonly type: 'list8' | 'list16' | 'table16' | 'table32'
  readonly byte: number
  readonly children: readonly Node[]
  readonly size: number
}
type Node = Leaf | Branch

/** The words from `begin` to `end` share their first `depth` bytes. */
function buildNode(words: HunspellDictionary['words'], begin: number, end: number, depth: number): Node {
  const word = wordAt(words, begin)
  const byte = depth === 0 ? 0 : word.charCodeAt(depth - 1)
  if (end - begin === 1)
    return { type: 'leaf', byte, rest: word.slice(depth), flagSets: words[begin]?.[1] ?? [] }
  const children: Node[] = []
  for (let from = begin; from < end;) {
    const first = wordAt(words, from)
    if (first.length === depth) {
      children.push({ type: 'leaf', byte: 0, rest: '', flagSets: words[from]?.[1] ?? [] })
      from += 1
      continue
    }
    let to = from + 1
    while (to < end && wordAt(words, to)[depth] === first[depth]) to += 1
    children.push(buildNode(words, from, to, depth + 1))
    from = to
  }
  return { byte, children, ...formOf(children) }
}

function formOf(children: readonly Node[]): Pick<Branch, 'type' | 'size'> {
  const inside = children.reduce((sum, child) => sum + sizeOf(child), 0)
  const count = children.length
  if (count <= maxListChildren && inside <= 0xff) return { type: 'list8', size: 1 + count * 2 + inside }
  if (count <= maxListChildren && inside <= 0xffff) return { type: 'list16', size: 1 + count * 3 + inside }
  const { hasEnd, places } = tableOf(children)
  const entries = places + (hasEnd ? 1 : 0)
  const small = 3 + entries * 2 + inside
  return small <= 0xffff
    ? { type: 'table16', size: small }
    : { type: 'table32', size: 3 + entries * 4 + inside }
}

function tableOf(children: readonly Node[]): { hasEnd: boolean; first: number; places: number } {
  const hasEnd = children[0]?.byte === 0
  const first = children[hasEnd ? 1 : 0]?.byte ?? 0
  return { hasEnd, first, places: (children.at(-1)?.byte ?? 0) - first + 1 }
}

function sizeOf(node: Node): number {
  if (node.type !== 'leaf') return node.size
  const [first = 0, ...others] = node.flagSets
  const following = others.length + (first <= maxInlineFlagSet ? 0 : 1)
  return 2 + (node.rest === '' ? 0 : node.rest.length + 1) + (following === 0 ? 0 : (following + 1) * 2)
}

function leafBytes({ rest, flagSets: [first = 0, ...others] }: Leaf): Buffer {
  const isInline = first <= maxInlineFlagSet
  const inline = isInline ? first : flagSetElsewhere
  const following = isInline ? others : [first, ...others]
  const head = (inline >> 8) | (rest === '' ? 0 : 0x40) | (following.length === 0 ? 0 : 0x20)
  const list = Buffer.alloc(following.length === 0 ? 0 : (following.length + 1) * 2)
  for (const [index, value] of [...following, noMore].entries()) {
    if (list.length > 0) list.writeUInt16LE(value, index * 2)
  }
  return Buffer.concat([
    Buffer.from([head, inline & 0xff]),
    Buffer.from(rest === '' ? '' : `${rest}\0`, 'latin1'),
    list,
  ])
}

/** @returns where the next one begins */
function writeNode(file: Buffer, at: number, node: Node): number {
  if (node.type === 'leaf') return at + leafBytes(node).copy(file, at)
  return node.type === 'list8' || node.type === 'list16'
    ? writeList(file, at, node)
    : writeTable(file, at, node)
}

function writeList(file: Buffer, at: number, { type, children }: Branch): number {
  const entryBytes = type === 'list8' ? 2 : 3
  file[at] = (type === 'list8' ? 0xe0 : 0xf0) | children.length
  const begin = at + 1 + children.length * entryBytes
  let next = begin
  for (const [index, child] of children.entries()) {
    const entry = at + 1 + index * entryBytes
    file[entry] = child.byte
    if (type === 'list8') file[entry + 1] = next - begin
    else file.writeUInt16LE(next - begin, entry + 1)
    next = writeNode(file, next, child)
  }
  return next
}

function writeTable(file: Buffer, at: number, { type, children }: Branch): number {
  const { hasEnd, first, places } = tableOf(children)
  const entryBytes = type === 'table16' ? 2 : 4
  file[at] = 0xc0 | (type === 'table32' ? 2 : 0) | (hasEnd ? 1 : 0)
  file[at + 1] = first
  file[at + 2] = places
  const table = at + 3 + (hasEnd ? entryBytes : 0)
  let next = table + places * entryBytes
  for (const child of children) {
    const entry = child.byte === 0 ? at + 3 : table + (child.byte - first) * entryBytes
    // Small tables count from the node, large ones from the beginning of the file.
    if (type === 'table16') file.writeUInt16LE(next - at, entry)
    else file.writeUInt32LE(next, entry)
    next = writeNode(file, next, child)
  }
  return next
}

function wordAt(words: HunspellDictionary['words'], index: number): string {
  const word = words[index]
  if (!word) throw new Error('no word there')
  return word[0]
}
