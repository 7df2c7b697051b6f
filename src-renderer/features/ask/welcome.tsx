/** Nothing is open: what this is, what is searched, and questions to begin with. */
import { MessageCircleQuestion } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { askQuestion } from '../../state/asking.ts'
import { useLiveQuery } from '../../state/live.ts'
import { Button, EmptyState } from '../../ui/index.ts'

const general = ['one', 'two', 'three', 'four'] as const
/** Longer ones make no question that one reads at a glance. */
const maxTitleLength = 48

export function Welcome(): ReactNode {
  const { t } = useTranslation('ask')
  const samples = useSamples()
  return (
    <EmptyState
      icon={<MessageCircleQuestion aria-hidden />}
      title={t('welcome.title')}
      text={t('welcome.text')}
      action={
        <div className="ask-welcome">
          <h3>{t('welcome.samples')}</h3>
          <ul className="ask-samples">
            {samples.map((sample) => (
              <li key={sample}>
                <Button variant="secondary" onPress={() => void askQuestion(sample)}>
                  {sample}
                </Button>
              </li>
            ))}
          </ul>
          <Searched />
        </div>
      }
    />
  )
}

/** From the team's own articles in the language of the interface, where there are some. */
function useSamples(): readonly string[] {
  const { t, i18n } = useTranslation('ask')
  const language = i18n.language === 'de' ? 'de' : 'en'
  const { rows } = useLiveQuery('article.list', { language, limit: 200 })
  return useMemo(() => {
    const titles = rows
      .filter(({ state, title }) => state === 'published' && title !== '' && title.length <= maxTitleLength)
      .map(({ title }) => (/[?!]$/.test(title) ? title : t('welcome.about', { title })))
    return titles.length >= general.length
      ? titles.slice(0, general.length)
      : general.map((name) => t(`welcome.sample.${name}`))
  }, [rows, t])
}

function Searched(): ReactNode {
  const { t } = useTranslation('ask')
  const formats = useFormats()
  const { rows } = useLiveQuery('index.status', {})
  const kinds = rows
    .filter(({ included, sources }) => included && sources > 0)
    .map(({ key, sources }) => t(`welcome.kind.${key}`, { count: sources, number: formats.number(sources) }))
  if (kinds.length === 0) return null
  return (
    <p className="ask-searched">
      {t('welcome.searched')} {formats.list(kinds)}
    </p>
  )
}
