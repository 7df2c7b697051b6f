import type { PowerMonitor } from 'electron'

interface PowerUsers {
  wake(): void
  power(onBattery: boolean): void
}

/** Tells the engines when the machine woke up, and when it changed between battery and mains. */
export function followPower(monitor: PowerMonitor, { wake, power }: PowerUsers): void {
  monitor.on('resume', wake)
  monitor.on('unlock-screen', wake)
  monitor.on('on-battery', () => power(true))
  monitor.on('on-ac', () => power(false))
}
