/** Until when something sleeps, as a person chooses it; by the clock of the device. */
export const snoozeChoices = ['hour', 'evening', 'tomorrow', 'week'] as const
export type SnoozeChoice = (typeof snoozeChoices)[number]

const morningHour = 8
const eveningHour = 18
/** An evening that is nearer than this is now. */
const leastMs = 60 * 60_000

/** Null where it makes no sense: this evening, when it is evening; Monday, when that is tomorrow. */
export function snoozeUntil(choice: SnoozeChoice, now: number): number | null {
  switch (choice) {
    case 'hour':
      return now + 60 * 60_000
    case 'evening': {
      const evening = atHour(now, 0, eveningHour)
      return evening - now >= leastMs ? evening : null
    }
    case 'tomorrow':
      return atHour(now, 1, morningHour)
    case 'week': {
      const [sunday, monday] = [0, 1]
      if (new Date(now).getDay() === sunday) return null
      return atHour(now, (monday - new Date(now).getDay() + 7) % 7 || 7, morningHour)
    }
  }
}

/** On the days on which clocks are changed, too, it is eight when the clock says so. */
function atHour(now: number, daysOn: number, hour: number): number {
  const day = new Date(now)
  day.setDate(day.getDate() + daysOn)
  day.setHours(hour, 0, 0, 0)
  return day.getTime()
}
