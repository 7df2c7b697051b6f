import { UserPlus } from 'lucide-react'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpaceId } from '#shared/base/ids.ts'
import type { PersonRole } from '#shared/contract/workspace.ts'
import { useServerForm } from '../../../connect/use-server-form.ts'
import { useSync } from '../../../state/sync.ts'
import { Button, InlineError, Select, TextField } from '../../../ui/index.ts'
import { CopyLine } from './copy-line.tsx'
import { SpacePicker } from './space-picker.tsx'
import { personRolesOffered } from './roles.ts'

const validities = ['24', '168', '720'] as const
type Validity = (typeof validities)[number]

export function NewInvite({ onMade }: { readonly onMade: () => void }): ReactNode {
  const { t } = useTranslation(['server', 'settings'])
  const form = useServerForm()
  const myRole = useSync()?.role ?? null
  const [role, setRole] = useState<PersonRole>('agent')
  const [email, setEmail] = useState('')
  const [spaces, setSpaces] = useState<readonly SpaceId[]>([])
  const [validity, setValidity] = useState<Validity>('168')
  const [link, setLink] = useState<string | null>(null)

  const make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (email.trim() !== '' && !email.includes('@')) {
      form.fail({ type: 'invalid-input', issues: [{ path: 'email', code: 'custom' }] })
      return
    }
    const answer = await form.send('server.createInvite', {
      role,
      email,
      validHours: Number(validity),
      // Only guests need to be let in one by one: the server takes no more than a hundred.
      spaces: role === 'guest' ? spaces.slice(0, 100) : [],
    })
    if (!answer) return
    setLink(answer.value.link)
    setEmail('')
    onMade()
  }
  const error = form.errorBeside(['email'])
  const wrongEmail = form.errorOf('email')
  return (
    <form className="invite" onSubmit={make} noValidate>
      <div className="people-add">
        <TextField
          label={t('invites.email')}
          value={email}
          onChange={setEmail}
          maxLength={254}
          type="email"
          validationBehavior="aria"
          isInvalid={wrongEmail !== undefined}
          {...(wrongEmail === undefined ? {} : { errorMessage: wrongEmail })}
        />
        <Select<PersonRole>
          label={t('people.role')}
          value={role}
          onChange={setRole}
          options={personRolesOffered(myRole).map((id) => ({
            id,
            label: t(`settings:people.role.${id}`),
            description: t(`roleText.${id}`),
          }))}
        />
        <Select<Validity>
          label={t('invites.validity')}
          value={validity}
          onChange={setValidity}
          options={validities.map((id) => ({ id, label: t(`invites.valid.${id}`) }))}
        />
        <Button type="submit" icon={<UserPlus aria-hidden />} isPending={form.isBusy}>
          {t('invites.make')}
        </Button>
      </div>
      {role === 'guest' ? <SpacePicker chosen={spaces} onChange={setSpaces} /> : null}
      {error === null ? null : <InlineError>{error}</InlineError>}
      {link === null ? null : (
        <CopyLine
          label={t('invites.link')}
          text={link}
          hint={t('invites.once')}
          onDone={() => setLink(null)}
        />
      )}
    </form>
  )
}
