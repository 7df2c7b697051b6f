/** What the palette finds by meaning, and the way to ask. Slower than words, so it comes after them and holds nothing up. */
import { MessageCircleQuestion } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Passage } from '#shared/contract/passages.ts'
import { PlaceIcon } from '../passages/passage-place.tsx'
import { placeWords } from '../passages/place-words.ts'
import { askQuestion, maxQuestionLength } from '../state/asking.ts'
import { queryOnce } from '../state/commands.ts'
import { i18n } from '../state/i18n.ts'
import { usePaletteSource, type PaletteItem } from '../state/palette.ts'
import { subjectOf } from '../state/passage-subject.ts'
import { showPassage } from '../state/quote.ts'

const minLength = 3
const debounceMs = 160

export function PaletteKnowledge(): ReactNode {
  const { t } = useTranslation('ask')
  usePaletteSource(meaningSource)
  usePaletteSource(
    useMemo(
      () => ({
        id: 'ask',
        search: (query) => {
          const question = query.trim()
          if (question.length < minLength || question.length > maxQuestionLength) return []
          return [
            {
              id: 'ask',
              group: 'ask' as const,
              label: t('palette', { question }),
              icon: <MessageCircleQuestion aria-hidden />,
              run: () => void askQuestion(question),
            },
          ]
        },
      }),
      [t],
    ),
  )
  return null
}

const meaningSource = {
  id: 'meaning',
  async search(query: string, signal: AbortSignal): Promise<readonly PaletteItem[]> {
    const text = query.trim()
    if (text.length < minLength || !(await isStillWanted(signal))) return []
    const result = await queryOnce('search.passages', { text, limit: 8 }, { signal })
    if (!result.ok) return []
    return result.value.rows.filter(({ foundBy }) => foundBy !== 'words').map(passageToItem)
  },
}

/** False where something else was typed meanwhile. */
function isStillWanted(signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), debounceMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve(false)
    })
  })
}

function passageToItem(passage: Passage): PaletteItem {
  const { title, part } = placeWords(passage.place, i18n.getFixedT(i18n.language, 'ask'))
  return {
    id: subjectOf(passage.place),
    group: 'meaning',
    label: title,
    detail: part,
    icon: <PlaceIcon type={passage.place.type} />,
    run: () => showPassage(passage),
  }
}
