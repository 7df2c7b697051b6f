/** Until when a conversation or ticket sleeps, as a part of its menu. */
import { AlarmClock, AlarmClockOff } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { snoozeChoices, snoozeUntil } from '#shared/model/personal/snooze-times.ts'
import { snooze, untilWords, useSnooze, wake, type SnoozePlace } from '../state/snooze.ts'
import { MenuItem, Submenu } from '../ui/index.ts'

export function SnoozeMenu({ place }: { readonly place: SnoozePlace }): ReactNode {
  const { t } = useTranslation('notifications')
  const until = useSnooze(place)
  return (
    <>
      <Submenu label={t('snooze.title')} icon={<AlarmClock aria-hidden />}>
        <SnoozeItems place={place} />
      </Submenu>
      {until === null ? null : (
        <MenuItem
          id="wake"
          label={t('snooze.wake')}
          description={t('snooze.until', { time: untilWords(until) })}
          icon={<AlarmClockOff aria-hidden />}
          onAction={() => void wake(place, until)}
        />
      )}
    </>
  )
}

/** The choices alone, for a menu that has nothing else. */
export function SnoozeItems({ place }: { readonly place: SnoozePlace }): ReactNode {
  const { t } = useTranslation('notifications')
  // The menu is made when it opens.
  const [now] = useState(() => Date.now())
  return snoozeChoices.flatMap((choice) => {
    const until = snoozeUntil(choice, now)
    if (until === null) return []
    return [
      <MenuItem
        key={choice}
        id={`snooze-${choice}`}
        label={t(`snooze.${choice}`)}
        description={untilWords(until)}
        onAction={() => void snooze(place, choice)}
      />,
    ]
  })
}
