import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton, Popover } from '../../ui/index.ts'

const operators = [
  'in',
  'from',
  'state',
  'owner',
  'tag',
  'priority',
  'type',
  'after',
  'before',
  'phrase',
  'not',
] as const

/** How to narrow a search down, in the person's language. */
export function SearchHelp(): ReactNode {
  const { t } = useTranslation('search')
  return (
    <Popover
      label={t('help.label')}
      placement="bottom end"
      trigger={<IconButton label={t('help.label')} icon={<CircleHelp aria-hidden />} />}
    >
      <div className="search-help">
        <h2>{t('help.title')}</h2>
        <p>{t('help.text')}</p>
        <dl>
          {operators.map((operator) => (
            <div key={operator}>
              <dt>
                <code>{t(`help.example.${operator}`)}</code>
              </dt>
              <dd>{t(`help.${operator}`)}</dd>
            </div>
          ))}
        </dl>
        <p>{t('help.either')}</p>
      </div>
    </Popover>
  )
}

/** Searches to begin with: a press puts one into the box. */
export function SearchExamples({ onChoose }: { readonly onChoose: (text: string) => void }): ReactNode {
  const { t } = useTranslation('search')
  return (
    <div className="search-examples">
      {(['state', 'owner', 'priority', 'from'] as const).map((operator) => {
        const example = t(`help.example.${operator}`)
        return (
          <Button key={operator} size="small" onPress={() => onChoose(example)}>
            {example}
          </Button>
        )
      })}
    </div>
  )
}
