/** Who sees a channel: everybody, or the people that are named. Only a server can keep others out. */
import type { ReactNode } from 'react'
import type { PersonId } from '#shared/base/ids.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useColleagues, useMeId } from '../../../state/people.ts'
import { Avatar, Checkbox, RadioGroup } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'

export interface Audience {
  readonly kind: 'open' | 'closed'
  /** Without oneself, who is always in it. */
  readonly others: readonly PersonId[]
}

export const everybody: Audience = { kind: 'open', others: [] }

/** @param memberIds of the channel; null where it is open */
export function audienceOf(memberIds: readonly PersonId[] | null, meId: PersonId | null): Audience {
  return memberIds === null ? everybody : { kind: 'closed', others: memberIds.filter((id) => id !== meId) }
}

export interface AudienceFieldProps {
  readonly value: Audience
  readonly onChange: (value: Audience) => void
}

export function AudienceField({ value, onChange }: AudienceFieldProps): ReactNode {
  const { t } = useChatText()
  return (
    <div className="chat-audience">
      <RadioGroup<Audience['kind']>
        label={t('audience.label')}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
        options={[
          { id: 'open', label: t('audience.open'), description: t('audience.openText') },
          { id: 'closed', label: t('audience.closed'), description: t('audience.closedText') },
        ]}
      />
      {value.kind === 'closed' ? (
        <PeoplePicker chosen={value.others} onChange={(others) => onChange({ ...value, others })} />
      ) : null}
    </div>
  )
}

interface PeoplePickerProps {
  readonly chosen: readonly PersonId[]
  readonly onChange: (chosen: readonly PersonId[]) => void
}

function PeoplePicker({ chosen, onChange }: PeoplePickerProps): ReactNode {
  const { t } = useChatText()
  const formats = useFormats()
  const people = useColleagues()
  const meId = useMeId()
  const others = people.filter(({ key }) => key !== meId).sort((a, b) => formats.compare(a.name, b.name))
  return (
    <fieldset className="chat-audience-people">
      <legend>{t('audience.people')}</legend>
      <p className="chat-form-note">{t('audience.peopleHint')}</p>
      <ul>
        {others.map(({ key, name }) => (
          <li key={key}>
            <Checkbox
              isSelected={chosen.includes(key)}
              onChange={(isIn) => onChange(isIn ? [...chosen, key] : chosen.filter((id) => id !== key))}
            >
              <Avatar name={name} size="tiny" /> {name}
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
