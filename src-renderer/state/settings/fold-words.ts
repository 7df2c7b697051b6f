/** Words as a search compares them: small, without accents, and with "ae" beside "ä", as both are typed. */
export function foldWords(text: string): readonly string[] {
  const words = new Set<string>()
  for (const word of text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue
    words.add(withoutAccents(word))
    words.add(withoutAccents(word.replace(/[äöü]/g, (letter) => `${withoutAccents(letter)}e`)))
  }
  return [...words]
}

function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Whether one letter put in, left out, changed or swapped with its neighbour makes one word of the other. */
export function isOneEditAway(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  if (short.length < long.length) return short.slice(same) === long.slice(same + 1)
  if (short.slice(same + 1) === long.slice(same + 1)) return true
  return (
    short[same] === long[same + 1] &&
    short[same + 1] === long[same] &&
    short.slice(same + 2) === long.slice(same + 2)
  )
}
