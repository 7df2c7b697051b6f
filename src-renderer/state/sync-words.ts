/**
 * How sync is doing, in a sentence and in one word: the badge, its panel and the settings say the same. Pure but for the
 * hook at the end.
 */
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { i18n as I18n } from 'i18next'
import type { SyncMeta } from '#shared/contract/sync.ts'
import type { Formats } from '../i18n/formats.ts'
import { useFormats } from '../i18n/locale-provider.tsx'

/** A clock that is off by more than this puts messages into the wrong order for everybody to see. */
export const farOffMs = 5 * 60_000

export type SyncStanding =
  | 'synced'
  | 'sending'
  | 'connecting'
  | 'catching-up'
  | 'offline'
  | 'refused'
  | 'signed-out'
  | 'removed'
  | 'upgrade'
  | 'clock'

/** What is most worth saying; a person acts on one thing at a time. */
export function syncStanding(sync: SyncMeta): SyncStanding {
  const { connection, refused, catchingUp, waiting, clockAheadMs } = sync
  switch (connection.type) {
    case 'signed-out':
    case 'removed':
    case 'upgrade':
      return connection.type
    case 'offline':
      return refused > 0 && waiting === 0 ? 'refused' : 'offline'
    case 'none':
    case 'connecting':
    case 'online':
      if (refused > 0) return 'refused'
      if (catchingUp) return 'catching-up'
      if (connection.type === 'connecting') return 'connecting'
      if (isClockFarOff(clockAheadMs)) return 'clock'
      return waiting > 0 ? 'sending' : 'synced'
  }
}

export function isClockFarOff(clockAheadMs: number | null): boolean {
  return clockAheadMs !== null && Math.abs(clockAheadMs) >= farOffMs
}

interface Words {
  readonly t: I18n['t']
  readonly formats: Formats
  readonly nowMs: number
}

/** `All changes synced · 12 s ago`, `Offline · 3 changes waiting`: the whole truth in a line. */
export function syncSentence(sync: SyncMeta, { t, formats, nowMs }: Words): string {
  const { waiting, refused, catchingUp, connection, clockAheadMs, syncedAt } = sync
  const number = formats.number(waiting)
  switch (syncStanding(sync)) {
    case 'synced':
      return syncedAt === null
        ? t('server:sync.synced')
        : t('server:sync.syncedAt', { when: secondsAgo(syncedAt, formats, nowMs) })
    case 'sending':
      return t('server:sync.sending', { count: waiting, number })
    case 'connecting':
      return waiting === 0
        ? t('server:sync.connecting')
        : t('server:sync.connectingWaiting', { count: waiting, number })
    case 'catching-up':
      return t('server:sync.catchingUp', {
        done: formats.number(catchingUp?.done ?? 0),
        total: formats.number(catchingUp?.total ?? 0),
      })
    case 'offline':
      return waiting === 0
        ? t('server:sync.offline')
        : t('server:sync.offlineWaiting', { count: waiting, number })
    case 'refused':
      return t('server:sync.refused', { count: refused, number: formats.number(refused) })
    case 'signed-out':
      return waiting === 0
        ? t('server:sync.signedOut')
        : t('server:sync.signedOutWaiting', { count: waiting, number })
    case 'removed':
      return t('server:sync.removed')
    case 'upgrade':
      return t(`server:sync.upgrade.${connection.type === 'upgrade' ? connection.which : 'program'}`)
    case 'clock':
      return t(`server:sync.clock.${(clockAheadMs ?? 0) > 0 ? 'ahead' : 'behind'}`, {
        by: formats.duration(Math.abs(clockAheadMs ?? 0)),
      })
  }
}

/** Fresh enough to count in seconds: "12 s ago"; then as everywhere. */
function secondsAgo(atMs: number, formats: Formats, nowMs: number): string {
  const agoMs = nowMs - atMs
  if (agoMs < 1_000 || agoMs >= 60_000) return formats.relative(atMs, nowMs)
  return formats.secondsAgo(agoMs)
}

/** The sentence, kept right as time passes while it is on the screen. */
export function useConnectionWords(sync: SyncMeta): string {
  const { t } = useTranslation().i18n
  const formats = useFormats()
  return useSyncExternalStore(subscribeToSeconds, () =>
    // By the whole ten seconds, so that nothing is drawn for the same words.
    syncSentence(sync, { t, formats, nowMs: Math.floor(Date.now() / tickMs) * tickMs + tickMs }),
  )
}

const tickMs = 5_000

function subscribeToSeconds(listener: () => void): () => void {
  const timer = setInterval(listener, tickMs)
  return () => clearInterval(timer)
}
