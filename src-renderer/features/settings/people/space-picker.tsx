/** What a guest is let into: channels and queues by name. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpaceId } from '#shared/base/ids.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { Checkbox } from '../../../ui/index.ts'

export interface SpacePickerProps {
  readonly chosen: readonly SpaceId[]
  readonly onChange: (chosen: readonly SpaceId[]) => void
}

export function SpacePicker({ chosen, onChange }: SpacePickerProps): ReactNode {
  const { t } = useTranslation('server')
  const { rows: channels } = useLiveQuery('chat.channels', {})
  const { rows: queues } = useLiveQuery('ticket.queues', {})
  const spaces: readonly { readonly key: SpaceId; readonly name: string }[] = [
    ...channels
      .filter(({ kind, archived }) => kind === 'channel' && !archived)
      .map(({ key, name }) => ({ key, name: `#${name}` })),
    ...queues.filter(({ archived }) => !archived),
  ]
  return (
    <fieldset className="invite-spaces">
      <legend>{t('invites.spaces')}</legend>
      <p className="server-quiet">{t('invites.spacesHint')}</p>
      <ul>
        {spaces.map(({ key, name }) => (
          <li key={key}>
            <Checkbox
              isSelected={chosen.includes(key)}
              onChange={(isIn) => onChange(isIn ? [...chosen, key] : chosen.filter((id) => id !== key))}
            >
              {name}
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
