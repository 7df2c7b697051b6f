/** Which model searches use, and others that can be fetched or brought along. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { IndexMeta } from '#shared/contract/index-care.ts'
import type { ModelRow } from '#shared/contract/models.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { runCommand } from '../../../state/commands.ts'
import { Button, InlineError, TextField } from '../../../ui/index.ts'
import { ModelItem, type ModelStanding } from './model-item.tsx'
import './search-models.css'

export function Models(): ReactNode {
  const { t } = useTranslation('models')
  const { meta, rows, status } = useLiveQuery('model.list', {})
  const index = useLiveQuery('index.status', {})
  if (status === 'error') return <InlineError>{t('failed')}</InlineError>
  // Without the index's word models can be fetched and chosen all the same.
  if (!meta || (!index.meta && index.status !== 'error')) return null
  return (
    <div className="models">
      <ul className="model-list" aria-label={t('models.list')}>
        {rows.map((row) => (
          <ModelItem
            key={row.key}
            row={row}
            standing={standingOf(row, index.meta)}
            address={meta.address}
            canRun={meta.runsOthers}
          />
        ))}
      </ul>
      {meta.runsOthers ? (
        <Mirror key={meta.address} address={meta.address} />
      ) : (
        <p className="index-quiet">{t('models.notHere')}</p>
      )}
    </div>
  )
}

/** Which one is searched with goes by the index: the chosen one is used when all passages were read with it. */
function standingOf({ key, isChosen }: ModelRow, index: IndexMeta | undefined): ModelStanding {
  if (index && (index.serving === null ? isChosen : index.serving.id === key)) return 'serving'
  if (index?.next?.id === key) return 'next'
  return isChosen ? 'chosen' : 'none'
}

const usualAddress = 'https://huggingface.co'

/** Saved by Enter and on leaving; Esc brings the old one back. */
function Mirror({ address }: { readonly address: string }): ReactNode {
  const { t } = useTranslation('models')
  const [text, setText] = useState(address)
  const [isWrong, setWrong] = useState(false)
  const save = async (wanted: string): Promise<void> => {
    if (wanted === address) return
    const chosen = wanted === '' || wanted === usualAddress ? null : wanted
    const result = await runCommand('model.setAddress', { address: chosen }, { isSilent: true })
    setWrong(!result.ok)
    if (result.ok && chosen === null) setText(usualAddress)
  }
  return (
    <div className="model-mirror">
      <TextField
        label={t('models.mirror')}
        description={t('models.mirrorText')}
        value={text}
        onChange={(next) => {
          setText(next)
          setWrong(false)
        }}
        maxLength={500}
        isInvalid={isWrong}
        {...(isWrong ? { errorMessage: t('models.mirrorWrong') } : {})}
        onBlur={() => void save(text.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save(text.trim())
          else if (event.key === 'Escape' && text !== address) {
            setText(address)
            setWrong(false)
          } else event.continuePropagation()
        }}
      />
      {address === usualAddress ? null : (
        <Button size="small" onPress={() => void save('')}>
          {t('models.mirrorReset')}
        </Button>
      )}
    </div>
  )
}
