/** The numbers behind a sentence. A press leads to the place, marked; resting on one points out its source. */
import { memo, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CitedPassage } from '#shared/contract/ask.ts'
import { placeLine } from '../../../passages/place-words.ts'
import { Tooltip } from '../../../ui/index.ts'
import { openSource } from '../ask-actions.ts'
import { pointOut } from '../ask-state.ts'

export interface CitationsProps {
  readonly numbers: readonly number[]
  readonly passages: readonly CitedPassage[]
}

export const Citations = memo(function Citations({ numbers, passages }: CitationsProps): ReactNode {
  return numbers.map((number) => {
    const passage = passages.find((each) => each.number === number)
    return passage ? <Citation key={number} passage={passage} /> : null
  })
})

function Citation({ passage }: { readonly passage: CitedPassage }): ReactNode {
  const { t } = useTranslation('ask')
  const place = placeLine(passage.place, t)
  return (
    <Tooltip text={place} {...(passage.number <= 9 ? { shortcut: String(passage.number) } : {})}>
      <Button
        className="ask-cite"
        aria-label={t('cite.label', { number: passage.number, place })}
        onPress={() => openSource(passage)}
        onHoverChange={(isOn) => pointOut(isOn ? passage.number : null)}
        onFocusChange={(isOn) => pointOut(isOn ? passage.number : null)}
      >
        {passage.number}
      </Button>
    </Tooltip>
  )
}
