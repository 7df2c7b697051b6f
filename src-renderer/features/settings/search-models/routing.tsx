/** What goes to language models: by kind on this device, by space for the whole workspace. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoutingRow } from '#shared/contract/providers.ts'
import { runCommand } from '../../../state/commands.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { InlineError, Switch } from '../../../ui/index.ts'
import { knowledgeKinds } from './knowledge-kinds.ts'
import './search-models.css'

export function Routing(): ReactNode {
  const { t } = useTranslation('models')
  const { meta, rows, status } = useLiveQuery('routing.get', {})
  if (status === 'error') return <InlineError>{t('failed')}</InlineError>
  if (!meta) return null
  const { withheldKinds } = meta
  return (
    <div className="models">
      <div role="group" aria-label={t('routing.kinds')}>
        <h4 className="index-heading">{t('routing.kinds')}</h4>
        <ul className="provider-kinds">
          {knowledgeKinds.map((kind) => (
            <li key={kind}>
              <Switch
                isSelected={!withheldKinds.includes(kind)}
                onChange={(on) =>
                  void runCommand('routing.withhold', {
                    kinds: on ? withheldKinds.filter((each) => each !== kind) : [...withheldKinds, kind],
                  })
                }
              >
                {t(`routing.kind.${kind}`)}
              </Switch>
            </li>
          ))}
        </ul>
      </div>
      {rows.length === 0 ? null : (
        <div role="group" aria-label={t('routing.spaces')}>
          <h4 className="index-heading">{t('routing.spaces')}</h4>
          <p className="index-quiet routing-text">{t('routing.spacesText')}</p>
          <ul className="provider-kinds">
            {rows.map((row) => (
              <li key={row.key}>
                <Space row={row} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Space({ row }: { readonly row: RoutingRow }): ReactNode {
  const { t } = useTranslation('models')
  return (
    <Switch
      isSelected={row.deviceOnly}
      onChange={(on) => void runCommand('space.setDeviceOnly', { spaceId: row.key, on })}
    >
      {t(`routing.spaceKind.${row.kind}`, { name: row.name })}
    </Switch>
  )
}
