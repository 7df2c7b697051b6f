/** Everybody. Without a server a line to add somebody; with one, owners and administrators manage who is here. */
import { UserPlus } from 'lucide-react'
import { useState, type SubmitEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import type { PersonId } from '#shared/base/ids.ts'
import { runCommand } from '../../../state/commands.ts'
import { newId } from '../../../state/ids.ts'
import { useColleagues, useMeId } from '../../../state/people.ts'
import { useOnline } from '../../../state/presence.ts'
import { useCanManage, useHasServer } from '../../../state/sync.ts'
import { showToast } from '../../../state/toasts.ts'
import { Avatar, Badge, Button, TextField } from '../../../ui/index.ts'
import { PersonMenu } from './person-menu.tsx'

export function PeopleSetting(): ReactNode {
  const { t } = useTranslation(['settings', 'server'])
  const formats = useFormats()
  const people = useColleagues()
  const meId = useMeId()
  const online = useOnline()
  const hasServer = useHasServer()
  const canManage = useCanManage()
  const sorted = people.toSorted((a, b) => formats.compare(a.name, b.name))
  return (
    <div className="people">
      {hasServer ? null : <AddPerson />}
      <ul aria-label={t('people.list')}>
        {sorted.map((person) => (
          <li key={person.key} className="person-row">
            <Avatar name={person.name} isPresent={online.has(person.key)} />
            <span className="person-words">
              <span className="person-name">
                {person.name}
                {person.key === meId ? <Badge tone="accent">{t('people.you')}</Badge> : null}
                {online.has(person.key) ? (
                  <span className="ui-visually-hidden">{t('server:presence.online')}</span>
                ) : null}
              </span>
              <span className="person-detail">
                {[person.title, person.email].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className="person-detail">{t(`people.role.${person.role}`)}</span>
            {canManage ? <PersonMenu person={person} isMe={person.key === meId} /> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function AddPerson(): ReactNode {
  const { t } = useTranslation('settings')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    const result = await runCommand('people.add', { personId: newId<PersonId>(), name, email })
    if (!result.ok) return
    showToast({ tone: 'success', text: t('people.added', { name: name.trim() }) })
    setName('')
    setEmail('')
  }
  return (
    <form className="people-add" onSubmit={add}>
      <TextField label={t('people.name')} value={name} onChange={setName} maxLength={100} />
      <TextField label={t('people.email')} value={email} onChange={setEmail} maxLength={254} type="email" />
      <Button type="submit" icon={<UserPlus aria-hidden />} isDisabled={name.trim() === ''}>
        {t('people.add')}
      </Button>
    </form>
  )
}
