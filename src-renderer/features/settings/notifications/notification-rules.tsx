/** What a person is told of: by kind, by keyword, and where a channel or queue has a rule of its own. */
import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelId, QueueId, SpaceId } from '#shared/base/ids.ts'
import type { NoticeKind, NoticeLevel } from '#shared/contract/attention.ts'
import { noticeKinds } from '#shared/model/personal/notice-words.ts'
import { setNoticeLevel, useNotifyRules } from '../../../state/attention.ts'
import { runCommand } from '../../../state/commands.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { useHasServer } from '../../../state/sync.ts'
import { Button, IconButton, Switch, TextField } from '../../../ui/index.ts'

/** Without a server nobody refuses, and no connection is lost. */
const serverKinds: readonly NoticeKind[] = ['refused', 'offline']

export function KindsSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const rules = useNotifyRules()
  const hasServer = useHasServer()
  if (!rules) return null
  return (
    <div className="notify-kinds">
      {noticeKinds
        .filter((kind) => hasServer || !serverKinds.includes(kind))
        .map((kind) => (
          <Switch
            key={kind}
            isSelected={rules.kinds[kind]}
            onChange={(on) => void runCommand('notify.setKind', { kind, on })}
          >
            {t(`settings.kind.${kind}`)}
          </Switch>
        ))}
    </div>
  )
}

export function KeywordsSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const rules = useNotifyRules()
  const [text, setText] = useState('')
  if (!rules) return null
  const add = (): void => {
    const keyword = text.trim()
    if (keyword === '') return
    setText('')
    void runCommand('notify.setKeyword', { keyword, on: true })
  }
  return (
    <>
      <form
        className="notify-add"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextField label={t('settings.keywordLabel')} value={text} onChange={setText} maxLength={60} />
        <Button type="submit" isDisabled={text.trim() === ''}>
          {t('settings.addKeyword')}
        </Button>
      </form>
      {rules.keywords.length === 0 ? (
        <p className="notify-none">{t('settings.noKeywords')}</p>
      ) : (
        <ul className="notify-list">
          {rules.keywords.map((keyword) => (
            <li key={keyword}>
              <span className="ui-truncate" dir="auto">
                {keyword}
              </span>
              <IconButton
                size="small"
                label={t('settings.removeKeyword', { keyword })}
                icon={<X aria-hidden />}
                onPress={() => void runCommand('notify.setKeyword', { keyword, on: false })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Rules of channels and queues are set where these are; here one sees them all, and takes them back. */
export function SpacesSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const rules = useNotifyRules()
  const channels = useLiveQuery('chat.channels', {})
  const queues = useLiveQuery('ticket.queues', {})
  if (!rules) return null
  const places: readonly { readonly key: ChannelId | QueueId; readonly name: string }[] = [
    ...channels.rows,
    ...queues.rows,
  ]
  const queueIds = new Set<SpaceId>(queues.rows.map(({ key }) => key))
  const own = places.flatMap(({ key, name }) => {
    const level = rules.spaces[key]
    return level === undefined ? [] : [{ key, name, level, isQueue: queueIds.has(key) }]
  })
  if (own.length === 0) return <p className="notify-none">{t('settings.noSpaces')}</p>
  return (
    <ul className="notify-list">
      {own.map(({ key, name, level, isQueue }) => (
        <li key={key}>
          <span className="ui-truncate" dir="auto">
            {name}
          </span>
          <span className="notify-level">{t(levelText(level, isQueue))}</span>
          <IconButton
            size="small"
            label={t('settings.resetSpace', { name })}
            icon={<X aria-hidden />}
            onPress={() => setNoticeLevel(key, null)}
          />
        </li>
      ))}
    </ul>
  )
}

const levelText = (level: NoticeLevel, isQueue: boolean) =>
  isQueue ? (`level.${level}Queue` as const) : (`level.${level}` as const)
