/** What goes to language models: by kind on this device, by space for the whole workspace. */
import { useMemo, type ReactNode } from 'react'
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
  const channels = useLiveQuery('chat.channels', {}).rows
  // Names of direct conversations are those of the people in them.
  const partners = useMemo(
    () => new Map<string, string>(channels.map(({ key, name }) => [key, name])),
    [channels],
  )
  if (status === 'error') return <InlineError>{t('failed')}</InlineError>
  if (!meta) return null
  const { withheldKinds } = meta
  // One place for the person, whatever spaces it is made of.
  const knowledge = rows.filter(({ kind }) => kind === 'knowledge')
  const labelOf = ({ key, kind, name }: RoutingRow): string =>
    kind === 'direct'
      ? t('routing.spaceKind.direct', { name: partners.get(key) ?? '' })
      : t(`routing.spaceKind.${kind}`, { name })
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
            {rows
              .filter(({ kind }) => kind !== 'knowledge')
              .map((row) => (
                <li key={row.key}>
                  <Space rows={[row]} label={labelOf(row)} />
                </li>
              ))}
            {knowledge.length === 0 ? null : (
              <li>
                <Space rows={knowledge} label={t('routing.spaceKind.knowledge')} />
              </li>
            )}
          </ul>
        </div>
      )}
    </div>
  )
}

interface SpaceProps {
  /** Switched together. */
  readonly rows: readonly RoutingRow[]
  readonly label: string
}

function Space({ rows, label }: SpaceProps): ReactNode {
  return (
    <Switch
      isSelected={rows.every(({ deviceOnly }) => deviceOnly)}
      onChange={(on) => {
        for (const { key: spaceId } of rows) void runCommand('space.setDeviceOnly', { spaceId, on })
      }}
    >
      {label}
    </Switch>
  )
}
