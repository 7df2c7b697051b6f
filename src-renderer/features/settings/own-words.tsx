/** The words that a person added to the dictionary: they are seen, looked for, added and removed here. */
import { X } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isOwnWord } from '#shared/base/own-word.ts'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { addOwnWords, loadOwnWords, removeOwnWords, useOwnWords } from '../../state/own-words.ts'
import { foldWords } from '../../state/settings/fold-words.ts'
import { Button, IconButton, InlineError, SearchField, TextField } from '../../ui/index.ts'

/** From here on one looks for a word instead of reading all. */
const searchedFrom = 8
/** More than that is a number, not a list to read. */
const shownWords = 100

export function OwnWordsSetting(): ReactNode {
  const { t } = useTranslation('settings')
  const { words, hasFailed } = useOwnWords()
  useEffect(() => void loadOwnWords(), [])
  if (hasFailed) return <InlineError>{t('spelling.failed')}</InlineError>
  if (words === null) return null
  return (
    <>
      <AddWord words={words} />
      {words.length === 0 ? (
        <p className="own-words-quiet">{t('spelling.noWords')}</p>
      ) : (
        <Words words={words} />
      )}
    </>
  )
}

interface WordsProps {
  readonly words: readonly string[]
}

/** Several at once, too: what is pasted is taken apart at its spaces. */
function AddWord({ words }: WordsProps): ReactNode {
  const { t } = useTranslation('settings')
  const [text, setText] = useState('')
  const [error, setError] = useState<string | null>(null)
  const given = [...new Set(text.split(/\s+/).filter((word) => word !== ''))]
  const add = async (): Promise<void> => {
    const wrong = given.find((word) => !isOwnWord(word))
    if (wrong !== undefined) {
      setError(t('spelling.wrongWord'))
      return
    }
    const fresh = given.filter((word) => !words.includes(word))
    if (fresh.length === 0) {
      setError(t('spelling.known', { count: given.length, word: given[0] ?? '' }))
      return
    }
    if (await addOwnWords(fresh)) setText('')
  }
  return (
    <form
      className="own-words-add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        label={t('spelling.word')}
        value={text}
        onChange={(value) => {
          setText(value)
          setError(null)
        }}
        isInvalid={error !== null}
        {...(error === null ? {} : { errorMessage: error })}
        spellCheck="false"
        autoComplete="off"
      />
      <Button type="submit" isDisabled={given.length === 0}>
        {t('spelling.add')}
      </Button>
    </form>
  )
}

function Words({ words }: WordsProps): ReactNode {
  const { t } = useTranslation('settings')
  const formats = useFormats()
  const [query, setQuery] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  // A search does not go away under the hands of somebody who removes what it found.
  const isSearched = words.length >= searchedFrom || query !== ''
  const wanted = query.trim()
  const found = words.filter((word) => isFound(word, wanted)).sort(formats.compare)
  const shown = found.slice(0, shownWords)
  const remove = async (word: string, index: number): Promise<void> => {
    if (!(await removeOwnWords([word]))) return
    // The button goes with its word: the keyboard stays in the list, or goes to where it can go on.
    const buttons = list.current?.querySelectorAll<HTMLElement>('button') ?? []
    const next = buttons[index + 1] ?? buttons[index - 1]
    if (next) next.focus()
    else (search.current ?? document.querySelector<HTMLElement>('.own-words-add input'))?.focus()
  }
  return (
    <>
      {isSearched ? (
        <SearchField
          label={t('spelling.search')}
          placeholder={t('spelling.search')}
          value={query}
          onChange={setQuery}
          spellCheck="false"
          inputRef={search}
          className="own-words-search"
        />
      ) : null}
      <p className="own-words-quiet" role="status">
        {wanted === ''
          ? t('spelling.count', { count: words.length, number: formats.number(words.length) })
          : t('spelling.found', { count: found.length, number: formats.number(found.length) })}
      </p>
      <ul ref={list} className="own-words" aria-label={t('spelling.words')}>
        {shown.map((word, index) => (
          <li key={word}>
            <span className="ui-truncate" dir="auto" title={word}>
              {word}
            </span>
            <IconButton
              size="small"
              label={t('spelling.remove', { word })}
              icon={<X aria-hidden />}
              onPress={() => void remove(word, index)}
            />
          </li>
        ))}
      </ul>
      {found.length > shown.length ? (
        <p className="own-words-quiet">
          {t('spelling.more', {
            count: found.length - shown.length,
            number: formats.number(found.length - shown.length),
          })}
        </p>
      ) : null}
    </>
  )
}

/** Without case and accents, "ae" like "ä", and any part of the word. */
function isFound(word: string, wanted: string): boolean {
  if (wanted === '' || word.toLowerCase().includes(wanted.toLowerCase())) return true
  const parts = foldWords(wanted)
  return parts.length > 0 && foldWords(word).some((each) => parts.some((part) => each.includes(part)))
}
