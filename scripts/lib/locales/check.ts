/** Everything that is checked about the sentences, without the sources of the program: use.ts looks at those. */
import { formatTree, sourceLanguage, type Catalogue, type Namespace } from './catalogues.ts'
import type { Exceptions, Glossary } from './exceptions.ts'
import { expectedKeys, splitPlural, type Expected } from './plurals.ts'
import { hasBrokenBraces, hasNoWords, tagsOf, variablesOf, wordsOf } from './sentences.ts'
import { endingOf, typographyOf } from './typography.ts'

export interface Problem {
  readonly rule: string
  readonly language: string
  /** `tickets:field.owner`, or a file. */
  readonly key: string
  readonly say: string
  readonly sentence?: string
}

export function checkCatalogues(
  catalogues: ReadonlyMap<string, Catalogue>,
  exceptions: Exceptions,
  glossary: Glossary,
): readonly Problem[] {
  const english = catalogues.get(sourceLanguage)
  if (!english) throw new Error(`there is no folder "${sourceLanguage}"`)
  const problems = [...catalogues.values()].flatMap((catalogue) => [
    ...checkFiles(catalogue, english),
    ...checkSentences(catalogue, glossary),
    ...(catalogue === english
      ? checkEnglishPlurals(english)
      : checkTranslation(catalogue, english, exceptions)),
    ...(catalogue === english ? [] : checkTerms(catalogue, english, glossary)),
  ])
  return withoutExceptions(problems, exceptions, catalogues)
}

/** Lets pass what is excepted; an exception for nothing is a problem. */
function withoutExceptions(
  problems: readonly Problem[],
  { rules, same }: Exceptions,
  catalogues: ReadonlyMap<string, Catalogue>,
): readonly Problem[] {
  const used = new Set<unknown>()
  const left = problems.filter((problem) => {
    const found = rules.filter(
      ({ rule, language, key }) =>
        rule === problem.rule &&
        covers(key, problem.key) &&
        (language ?? problem.language) === problem.language,
    )
    for (const each of found) used.add(each)
    return found.length === 0
  })
  const stale = rules
    .filter((each) => !used.has(each) && each.rule !== 'unused')
    .map(({ rule, key, language }) => ({
      rule: 'exception',
      language: language ?? '',
      key,
      say: `nothing needs the exception from "${rule}"`,
    }))
  const said = (language: string): ReadonlySet<string> =>
    new Set(
      [...(catalogues.get(language)?.namespaces.values() ?? [])].flatMap(({ sentences }) => [
        ...sentences.values(),
      ]),
    )
  const staleSame = Object.entries(same).flatMap(([language, texts]) =>
    Object.keys(texts)
      .filter((text) => catalogues.has(language) && !said(language).has(text))
      .map((text) => ({
        rule: 'exception',
        language,
        key: 'same',
        say: 'nothing says this any more',
        sentence: text,
      })),
  )
  return [...left, ...stale, ...staleSame]
}

/** @param pattern a key, or the beginning of keys with `*` at its end */
function covers(pattern: string, key: string): boolean {
  return pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern
}

function checkFiles({ language, namespaces }: Catalogue, english: Catalogue): readonly Problem[] {
  const problems: Problem[] = []
  const add = (key: string, say: string): void => void problems.push({ rule: 'file', language, key, say })
  for (const name of english.namespaces.keys()) {
    if (!namespaces.has(name)) add(`${name}.json`, 'the file is missing')
  }
  for (const [name, { source, tree, sentences }] of namespaces) {
    const original = english.namespaces.get(name)
    if (!original) add(`${name}.json`, 'there is no such file in English')
    if (source !== formatTree(tree))
      add(
        `${name}.json`,
        'a key is there twice, or it is not indented by two spaces with a line end at its end',
      )
    const expected = expectedKeys(original?.sentences ?? new Map(), language).map(({ key }) => key)
    const present = expected.filter((key) => sentences.has(key))
    const ordered = [...sentences.keys()].filter((key) => expected.includes(key))
    const at = ordered.findIndex((key, index) => key !== present[index])
    if (at >= 0) add(`${name}:${ordered[at] ?? ''}`, 'the keys are in another order than in English')
  }
  return problems
}

function checkSentences({ language, namespaces }: Catalogue, glossary: Glossary): readonly Problem[] {
  const avoid = (glossary.avoid[language] ?? []).map(({ word, say }) => ({
    say,
    pattern: new RegExp(`(?<![\\p{L}])(?:${word})(?![\\p{L}])`, 'iu'),
  }))
  return [...allSentences(namespaces)].flatMap(([key, sentence]) => {
    const found: { name: string; say: string }[] = [...typographyOf(sentence, language)]
    if (sentence.trim() === '') found.push({ name: 'empty', say: 'the sentence is empty' })
    if (hasBrokenBraces(sentence)) found.push({ name: 'braces', say: 'braces that are no variable' })
    const words = wordsOf(sentence)
    for (const { pattern, say } of avoid) {
      const word = pattern.exec(words)?.[0]
      if (word !== undefined) found.push({ name: 'avoid', say: `“${word}”: ${say}` })
    }
    return found.map(({ name, say }) => ({ rule: name, language, key, say, sentence }))
  })
}

function checkEnglishPlurals({ language, namespaces }: Catalogue): readonly Problem[] {
  return [...namespaces].flatMap(([name, { sentences }]) => {
    const expected = new Set(expectedKeys(sentences, language).map(({ key }) => key))
    const missing = [...expected].filter((key) => !sentences.has(key))
    const lonely = [...sentences.keys()].filter((key) => {
      const plural = splitPlural(key)
      return plural && plural.form !== 'other' && !sentences.has(`${plural.stem}_other`)
    })
    return [...missing, ...lonely].map((key) => ({
      rule: 'plural',
      language,
      key: `${name}:${key}`,
      say: 'a plural form is missing',
    }))
  })
}

function checkTranslation(
  catalogue: Catalogue,
  english: Catalogue,
  exceptions: Exceptions,
): readonly Problem[] {
  const { language } = catalogue
  const problems: Problem[] = []
  for (const [name, original] of english.namespaces) {
    const sentences = catalogue.namespaces.get(name)?.sentences ?? new Map<string, string>()
    const expected = expectedKeys(original.sentences, language)
    const add = (rule: string, key: string, say: string, sentence?: string): void =>
      void problems.push({
        rule,
        language,
        key: `${name}:${key}`,
        say,
        ...(sentence === undefined ? {} : { sentence }),
      })
    for (const each of expected) {
      const sentence = sentences.get(each.key)
      if (sentence === undefined) add('missing', each.key, missingText(each), each.english)
      else
        for (const { rule, say } of compare(each, sentence, exceptions.same[language] ?? {}))
          add(rule, each.key, say, sentence)
    }
    const known = new Set(expected.map(({ key }) => key))
    for (const [key, sentence] of sentences)
      if (!known.has(key)) add('extra', key, 'English has no such key', sentence)
  }
  return problems
}

function missingText({ form }: Expected): string {
  return form === '' ? 'not translated' : `the plural form "${form}" is missing`
}

/** What differs between a sentence and the English one that must not. */
export function compare(
  { english, form }: Expected,
  sentence: string,
  same: Readonly<Record<string, string>>,
): readonly { readonly rule: string; readonly say: string }[] {
  const found: { rule: string; say: string }[] = []
  const wanted = variablesOf(english).join(', ')
  const given = variablesOf(sentence).join(', ')
  // "One ticket" needs no number where the form stands for exactly one.
  const mayLeaveOut =
    (form === 'one' || form === 'zero' || form === 'two') &&
    variablesOf(sentence).every((name) => variablesOf(english).includes(name))
  if (wanted !== given && !(mayLeaveOut && wanted.replace(/(, )?\b(count|number)\b/, '') === given))
    found.push({
      rule: 'variables',
      say: `its variables are ${given || 'none'}; in English ${wanted || 'none'}`,
    })
  if (tagsOf(english).join() !== tagsOf(sentence).join())
    found.push({
      rule: 'tags',
      say: `its tags are not those of English: ${tagsOf(english).join(' ') || 'none'}`,
    })
  if (sentence === english && !hasNoWords(sentence) && same[sentence] === undefined)
    found.push({ rule: 'untranslated', say: 'the same as in English' })
  if (endingOf(sentence) !== endingOf(english))
    found.push({
      rule: 'ending',
      say: `it ends with “${endingOf(sentence)}”; in English with “${endingOf(english)}”`,
    })
  return found
}

/** A term of the trade in the English sentence has to be there in German, by the word that was agreed on. */
function checkTerms(
  { language, namespaces }: Catalogue,
  english: Catalogue,
  glossary: Glossary,
): readonly Problem[] {
  if (language !== 'de') return []
  const terms = glossary.terms.map(({ en, de, term }) => ({
    term,
    english: new RegExp(`(?<![\\p{L}])(?:${en})(?![\\p{L}])`, 'iu'),
    german: new RegExp(de, 'iu'),
  }))
  return [...allSentences(english.namespaces)].flatMap(([key, original]) => {
    const [name = '', rest = ''] = key.split(':')
    const sentence = namespaces.get(name)?.sentences.get(rest)
    if (sentence === undefined) return []
    const words = wordsOf(original)
    return terms
      .filter((term) => term.english.test(words) && !term.german.test(sentence))
      .map(({ term }) => ({
        rule: 'term',
        language,
        key,
        say: `the term is „${term}“ (English: ${original})`,
        sentence,
      }))
  })
}

export function* allSentences(
  namespaces: ReadonlyMap<string, Namespace>,
): Generator<readonly [string, string]> {
  for (const [name, { sentences }] of namespaces)
    for (const [key, sentence] of sentences) yield [`${name}:${key}`, sentence]
}
