/** The other way to begin: into a team that is there, by its invite, by signing in, or with a server of one's own. */
import { LogIn, Server } from 'lucide-react'
import { useEffect, useState, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { JoinDialog } from '../connect/join-dialog.tsx'
import { SetUpDialog } from '../connect/set-up-dialog.tsx'
import { SignInDialog } from '../connect/sign-in-dialog.tsx'
import { takeOfferedLink, useOfferedLink } from '../state/connecting.ts'
import { navigate } from '../state/navigation.ts'
import { parseServerLink } from '../state/parse-server-link.ts'
import { Button, TextField } from '../ui/index.ts'

interface Opened {
  readonly kind: 'join' | 'sign-in' | 'set-up'
  readonly link: string
}

export function JoinTeam(): ReactNode {
  const { t } = useTranslation('server')
  const [link, setLink] = useState('')
  const [opened, setOpened] = useState<Opened | null>(null)
  // A link that was opened outside of the program takes the place of what is open. It is taken at once: a team that is
  // joined by it shows itself before this hears of it.
  const offered = useOfferedLink()
  if (offered !== null && offered !== opened?.link) setOpened({ kind: dialogFor(offered), link: offered })
  useEffect(() => {
    if (offered !== null) takeOfferedLink()
  }, [offered])

  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    setOpened({ kind: dialogFor(link), link })
  }
  const close = (): void => setOpened(null)
  const done = (): void => {
    close()
    navigate({ area: 'inbox' }, { replace: true })
  }
  return (
    <section className="first-run-way" aria-labelledby="first-run-join">
      <h2 id="first-run-join">{t('first.title')}</h2>
      <p>{t('first.text')}</p>
      <form className="first-run-link" onSubmit={submit}>
        <TextField
          label={t('field.link.join')}
          placeholder="outpost://join/…"
          value={link}
          onChange={setLink}
          maxLength={2_000}
          autoComplete="off"
          spellCheck="false"
        />
        <Button type="submit" size="large">
          {t('first.join')}
        </Button>
      </form>
      <div className="first-run-other">
        <Button
          variant="ghost"
          icon={<LogIn aria-hidden />}
          onPress={() => setOpened({ kind: 'sign-in', link: '' })}
        >
          {t('first.signIn')}
        </Button>
        <Button
          variant="ghost"
          icon={<Server aria-hidden />}
          onPress={() => setOpened({ kind: 'set-up', link: '' })}
        >
          {t('first.setUp')}
        </Button>
      </div>
      {opened?.kind === 'join' ? (
        <JoinDialog key={opened.link} link={opened.link} onClose={close} onDone={done} />
      ) : null}
      {opened?.kind === 'sign-in' ? <SignInDialog onClose={close} onDone={done} /> : null}
      {opened?.kind === 'set-up' ? (
        <SetUpDialog key={opened.link} link={opened.link} onClose={close} onDone={done} />
      ) : null}
    </section>
  )
}

function dialogFor(link: string): Opened['kind'] {
  return parseServerLink(link)?.type === 'setup' ? 'set-up' : 'join'
}
