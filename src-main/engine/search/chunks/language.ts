/** In which of the two languages a text is written, as far as that can be told. */
import { detect } from 'tinyld/light'

/** Words that one of the languages uses all the time and the other does not know. */
const germanWords = new Set(
  'aber als auch auf aus bei bin bis bitte dann das dass dem den der des doch durch ein eine einem einen einer es für habe haben hat ich ihr im ist ja kann kein keine können mehr mit muss müssen nach nicht noch nur ob oder sehr sich sie sind über um und uns vom von vor wenn werden wie wieder wir wird wurde zu zum zur'.split(
    ' ',
  ),
)
const englishWords = new Set(
  'a after and are as at be been but by can cannot could did do does for from had has have he how i if is it its just my no not of on or our please she should that the then there these they this to was we were what when which will with would you your'.split(
    ' ',
  ),
)
const wordsLookedAt = 60
/** So short that one word of the language tells more than a detector of sixty languages. */
const fewWords = 12
const charactersLookedAt = 600

/** The detector takes milliseconds where a text is no language at all. */
const charactersDetected = 200
const maxDetected = 50

export type Language = 'de' | 'en' | null

/**
 * For the passages of one source. Null for other languages, and where nothing tells.
 * @param fallback where the text itself does not tell, such as the language that an article says it is in
 */
export function createLanguageOf(fallback: Language = null): (text: string) => Language {
  let detected = 0
  return (text) => {
    const start = text.slice(0, charactersLookedAt)
    const words = start.toLowerCase().match(/\p{L}+/gu) ?? []
    let german = 0
    let english = 0
    for (const word of words.slice(0, wordsLookedAt)) {
      if (germanWords.has(word)) german++
      else if (englishWords.has(word)) english++
    }
    if (german > 0 && /[äöüß]/i.test(start)) german++
    // A hundred times faster than the detector, and enough for most passages.
    const enough = words.length <= fewWords ? 1 : 2
    if (german >= enough && german > 2 * english) return 'de'
    if (english >= enough && english > 2 * german) return 'en'
    // Tables of numbers and names: what the first passages do not tell, the thousandth will not either.
    if (words.length < 3 || detected === maxDetected) return fallback
    detected++
    const found = detect(start.slice(0, charactersDetected))
    if (found === 'de' || found === 'en') return found
    // Another language for certain is neither; a few words are taken for anything.
    return found !== '' && words.length >= 8 && german + english === 0 ? null : fallback
  }
}
