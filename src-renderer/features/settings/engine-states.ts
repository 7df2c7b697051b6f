/**
 * Settings that the engine keeps: whether each is changed, and how it is put back. The definition says in words what the
 * default is; this says it in values.
 */
import type { SpaceId } from '#shared/base/ids.ts'
import { runCommand } from '../../state/commands.ts'
import { setNoticeLevel, useNotifyRules } from '../../state/attention.ts'
import { setFileLimit, useFileStorage } from '../../state/files.ts'
import { useLiveQuery } from '../../state/live.ts'
import type { EngineSettingId } from '../../state/settings/definitions.ts'
import { useHasServer } from '../../state/sync.ts'
import { unchanged, type SettingState } from './setting-state.ts'

type States<Id extends EngineSettingId> = { readonly [Each in Id]: SettingState }

export function useEngineStates(): States<EngineSettingId> {
  return { ...useNoticeStates(), ...useSearchStates(), files: useFilesState() }
}

function useNoticeStates(): States<Extract<EngineSettingId, `notify-${string}`>> {
  const rules = useNotifyRules()
  if (!rules) {
    return {
      'notify-kinds': unchanged,
      'notify-keywords': unchanged,
      'notify-spaces': unchanged,
      'notify-schedule': unchanged,
      'notify-hidden': unchanged,
    }
  }
  const { kinds, keywords, spaces, schedule, hideContent } = rules
  const offKinds = keysOf(kinds).filter((kind) => !kinds[kind])
  const setKinds = (on: boolean) => () => {
    for (const kind of offKinds) void runCommand('notify.setKind', { kind, on })
  }
  const setKeywords = (on: boolean) => () => {
    for (const keyword of keywords) void runCommand('notify.setKeyword', { keyword, on })
  }
  const ownSpaces = Object.entries(spaces)
  const setSchedule = (next: typeof schedule) => () => {
    void runCommand('notify.setSchedule', { schedule: next && { ...next, days: [...next.days] } })
  }
  const setHidden = (on: boolean) => () => void runCommand('notify.setHidden', { on })
  return {
    'notify-kinds': stateOf(offKinds.length > 0, setKinds(true), setKinds(false)),
    'notify-keywords': stateOf(keywords.length > 0, setKeywords(false), setKeywords(true)),
    'notify-spaces': stateOf(
      ownSpaces.length > 0,
      () => ownSpaces.forEach(([spaceId]) => setNoticeLevel(spaceId as SpaceId, null)),
      () => ownSpaces.forEach(([spaceId, level]) => setNoticeLevel(spaceId as SpaceId, level)),
    ),
    'notify-schedule': stateOf(schedule !== null, setSchedule(null), setSchedule(schedule)),
    'notify-hidden': stateOf(hideContent, setHidden(false), setHidden(true)),
  }
}

/** The contract's lists and names, written out: importing its values would load all its schemas into the window. */
const builtInModel = 'static-de-en'
const usualModelAddress = 'https://huggingface.co'
const usuallyWithheld = ['direct', 'file'] as const

function useSearchStates(): States<'index' | 'models' | 'routing'> {
  const index = useLiveQuery('index.status', {})
  const models = useLiveQuery('model.list', {})
  const routing = useLiveQuery('routing.get', {})
  const left = index.rows.filter(({ included }) => !included).map(({ key }) => key)
  const include = (on: boolean) => () => {
    for (const kind of left) void runCommand('index.include', { kind, on })
  }
  const chosen = models.rows.find(({ isChosen }) => isChosen)?.key ?? builtInModel
  const address = models.meta?.address ?? usualModelAddress
  const setModels = (modelId: string, from: string | null) => () => {
    if (chosen !== builtInModel) void runCommand('model.choose', { modelId })
    if (address !== usualModelAddress) void runCommand('model.setAddress', { address: from })
  }
  const withheld = routing.meta?.withheldKinds ?? usuallyWithheld
  const isUsual =
    withheld.length === usuallyWithheld.length && usuallyWithheld.every((kind) => withheld.includes(kind))
  const withhold = (kinds: typeof withheld) => () =>
    void runCommand('routing.withhold', { kinds: [...kinds] })
  return {
    index: stateOf(left.length > 0, include(true), include(false)),
    models: stateOf(
      chosen !== builtInModel || address !== usualModelAddress,
      setModels(builtInModel, null),
      setModels(chosen, address),
    ),
    routing: stateOf(!isUsual, withhold(usuallyWithheld), withhold(withheld)),
  }
}

const usualFileLimit = 1024 ** 3

function useFilesState(): SettingState {
  const storage = useFileStorage()
  const hasServer = useHasServer()
  const limit = storage?.limitBytes ?? usualFileLimit
  return stateOf(
    hasServer && limit !== usualFileLimit,
    () => setFileLimit(usualFileLimit),
    () => setFileLimit(limit),
  )
}

function stateOf(isChanged: boolean, reset: () => void, undo: () => void): SettingState {
  return {
    isChanged,
    reset() {
      reset()
      return undo
    },
  }
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[]
}
