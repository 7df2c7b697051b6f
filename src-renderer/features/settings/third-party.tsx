/** What Outpost is made of that others wrote, with the licence of each. The list is made by the build. */
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Dialog, InlineError, SearchField } from '../../ui/index.ts'

interface Notice {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

export function ThirdParty(): ReactNode {
  const { t } = useTranslation('settings')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button className="third-party-open" onPress={() => setOpen(true)}>
        {t('about.thirdParty')}
      </Button>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} title={t('about.thirdParty')} size="large">
        <NoticeList />
      </Dialog>
    </>
  )
}

function NoticeList(): ReactNode {
  const { t } = useTranslation('settings')
  const [notices, setNotices] = useState<readonly Notice[] | 'missing' | null>(null)
  const [text, setText] = useState('')
  useEffect(() => {
    let isGone = false
    readNotices().then(
      (read) => !isGone && setNotices(read),
      () => !isGone && setNotices('missing'),
    )
    return () => {
      isGone = true
    }
  }, [])
  if (notices === null) return null
  if (notices === 'missing') return <InlineError>{t('about.thirdPartyMissing')}</InlineError>
  const wanted = text.trim().toLowerCase()
  const found = notices.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(wanted))
  return (
    <div className="third-party">
      <p className="about-quiet">{t('about.thirdPartyText', { works: notices.length })}</p>
      <SearchField
        label={t('about.thirdPartySearch')}
        placeholder={t('about.thirdPartySearch')}
        value={text}
        onChange={setText}
      />
      {found.length === 0 ? <p className="about-quiet">{t('about.thirdPartyNone')}</p> : null}
      <ul className="third-party-list">
        {found.map((notice) => (
          <li key={`${notice.name} ${notice.version}`}>
            <details>
              <summary>
                <span>
                  {notice.name} <span className="about-quiet">{notice.version}</span>
                </span>{' '}
                <span className="about-quiet">{notice.licence}</span>
              </summary>
              <p className="third-party-text">{notice.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </div>
  )
}

async function readNotices(): Promise<readonly Notice[]> {
  const response = await fetch('./third-party.json')
  if (!response.ok) throw new Error('the list is not there')
  // Made by our own build, and served out of the program.
  return (await response.json()) as readonly Notice[]
}
