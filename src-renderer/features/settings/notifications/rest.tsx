/** When a person is not to be told: for a while from now on, or outside their working hours. */
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { QuietSchedule } from '#shared/contract/attention.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useNotifyRules } from '../../../state/attention.ts'
import { runCommand } from '../../../state/commands.ts'
import { Button, Switch, TextField, useTicker } from '../../../ui/index.ts'

/** Monday first. */
const week = [1, 2, 3, 4, 5, 6, 0] as const
const usualHours: QuietSchedule = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 18 * 60 }
const minuteMs = 60_000

export function RestSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const formats = useFormats()
  const rules = useNotifyRules()
  const ticker = useTicker()
  const now = useSyncExternalStore(ticker.subscribe, ticker.nowMs)
  if (!rules) return null
  const pause = (until: number | null): void => void runCommand('notify.pause', { until })
  if (rules.pausedUntil !== null && rules.pausedUntil > now) {
    return (
      <div className="notify-rest">
        <p role="status">
          {t('settings.resting', {
            time: `${formats.day(rules.pausedUntil)}, ${formats.time(rules.pausedUntil)}`,
          })}
        </p>
        <Button onPress={() => pause(null)}>{t('settings.resume')}</Button>
      </div>
    )
  }
  return (
    <div className="notify-rest">
      <Button onPress={() => pause(Date.now() + 30 * minuteMs)}>{t('settings.halfHour')}</Button>
      <Button onPress={() => pause(Date.now() + 60 * minuteMs)}>{t('settings.hour')}</Button>
      <Button onPress={() => pause(tomorrowMorning(Date.now()))}>{t('settings.tomorrow')}</Button>
    </div>
  )
}

export function ScheduleSetting(): ReactNode {
  const { t } = useTranslation('notifications')
  const formats = useFormats()
  const rules = useNotifyRules()
  if (!rules) return null
  const { schedule } = rules
  const set = (next: QuietSchedule | null): void =>
    void runCommand('notify.setSchedule', {
      schedule: next && { days: [...next.days], from: next.from, to: next.to },
    })
  return (
    <>
      <Switch isSelected={schedule !== null} onChange={(on) => set(on ? usualHours : null)}>
        {t('settings.scheduleOn')}
      </Switch>
      {schedule === null ? null : (
        <>
          <ToggleButtonGroup
            className="notify-days"
            aria-label={t('settings.days')}
            selectionMode="multiple"
            disallowEmptySelection
            selectedKeys={schedule.days}
            onSelectionChange={(keys) => set({ ...schedule, days: [...keys].map(Number).sort() })}
          >
            {week.map((day) => (
              <ToggleButton
                key={day}
                id={day}
                className="notify-day"
                aria-label={formats.weekday(day, 'long')}
              >
                {formats.weekday(day, 'short')}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <div className="notify-hours">
            <TimeField
              key={`from ${schedule.from}`}
              label={t('settings.from')}
              minutes={schedule.from}
              save={(from) => set({ ...schedule, from })}
            />
            <TimeField
              key={`to ${schedule.to}`}
              label={t('settings.to')}
              minutes={schedule.to}
              save={(to) => set({ ...schedule, to })}
            />
          </div>
        </>
      )}
    </>
  )
}

interface TimeFieldProps {
  readonly label: string
  readonly minutes: number
  readonly save: (minutes: number) => void
}

/** Saved on leaving and by Enter; what is no time goes back to the one before. */
function TimeField({ label, minutes, save }: TimeFieldProps): ReactNode {
  const [text, setText] = useState(formatMinutes(minutes))
  const commit = (): void => {
    const wanted = parseMinutes(text)
    if (wanted === null) setText(formatMinutes(minutes))
    else if (wanted !== minutes) save(wanted)
  }
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onBlur={commit}
      maxLength={5}
      inputMode="numeric"
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        else event.continuePropagation()
      }}
    />
  )
}

function formatMinutes(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function parseMinutes(text: string): number | null {
  const [, hours, minutes = '0'] = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*$/.exec(text) ?? []
  if (hours === undefined) return null
  const all = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && all <= 24 * 60 ? all : null
}

function tomorrowMorning(now: number): number {
  const day = new Date(now)
  day.setDate(day.getDate() + 1)
  day.setHours(8, 0, 0, 0)
  return day.getTime()
}
