/**
 * How words are made equal before they are indexed or looked for: lower case, and ä = ae = a, ö = oe = o,
 * ü = ue = u, ß = ss, so that Müller, Mueller and Muller find each other. Other accents are folded by the
 * index's own tokenizer. Raise the version when this changes: the indexes are then written again.
 */
export const foldVersion = '1'

const folded: Readonly<Record<string, string>> = {
  ä: 'a',
  ae: 'a',
  ö: 'o',
  oe: 'o',
  ü: 'u',
  ue: 'u',
  ß: 'ss',
}

export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]|[aou]e/g, (letters) => folded[letters] ?? letters)
}

/** The same for comparing in our own code, where no tokenizer takes the accents off. */
export function foldWord(word: string): string {
  // Most words need none of the slow steps.
  if (/^[\dA-Za-z]*$/.test(word)) return word.toLowerCase().replace(/[aou]e/g, (letters) => letters.charAt(0))
  return fold(word)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
}

/** A word as the index sees it: letters, digits and private use, with the marks that belong to them. */
export const wordPattern = /[\p{L}\p{N}\p{Co}\p{Mn}]+/gu
