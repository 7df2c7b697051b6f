/** Diagnostics as people read them: groups of a label and a value each, in their language. */
import type { TFunction } from 'i18next'
import { countedThings, type Diagnostics, type LoopDelay, type ProcessFacts } from './diagnostics-words.ts'
import type { Formats } from '../../../i18n/formats.ts'

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface FactGroup {
  readonly name: string
  readonly facts: readonly Fact[]
}

type T = TFunction<readonly ['diagnostics', 'server', 'models', 'settings']>

export function factGroups(diagnostics: Diagnostics, t: T, formats: Formats): readonly FactGroup[] {
  const { program, system, desktop, engine, flags } = diagnostics
  const yesNo = (is: boolean): string => t(is ? 'yes' : 'no')
  const { facts } = engine
  return [
    {
      name: t('group.program'),
      facts: [
        { label: t('fact.version'), value: program.version },
        { label: t('fact.channel'), value: t(`channel.${program.channel}`) },
        { label: t('fact.electron'), value: program.electron },
        { label: t('fact.chromium'), value: program.chromium },
        { label: t('fact.node'), value: program.node },
        { label: t('fact.sqlite'), value: facts?.sqlite ?? t('unknown') },
        { label: t('fact.running'), value: moment(program.startedAt, formats) },
      ],
    },
    {
      name: t('group.system'),
      facts: [
        {
          label: t('fact.platform'),
          value: `${platformNames[system.platform] ?? system.platform} ${system.version}`,
        },
        { label: t('fact.arch'), value: t('fact.archValue', { arch: system.arch, count: system.cpus }) },
        {
          label: t('fact.memory'),
          value: t('fact.freeOf', {
            free: formats.bytes(system.freeMemoryBytes),
            total: formats.bytes(system.memoryBytes),
          }),
        },
        {
          label: t('fact.disk'),
          value: system.freeDiskBytes === null ? t('unknown') : formats.bytes(system.freeDiskBytes),
        },
        { label: t('fact.locale'), value: system.locale },
        {
          label: t('fact.displays'),
          value: system.displays
            .map(({ width, height, scale }) => `${width} × ${height} (${formats.percent(scale)})`)
            .join(', '),
        },
      ],
    },
    {
      name: t('group.desktop'),
      facts: [
        { label: t('fact.notifications'), value: yesNo(desktop.notifications) },
        { label: t('fact.tray'), value: yesNo(desktop.tray) },
        { label: t('fact.secrets'), value: t(`fact.${desktop.secrets}`) },
        { label: t('fact.graphics'), value: yesNo(desktop.graphics.startsWith('enabled')) },
        { label: t('fact.power'), value: t(desktop.onBattery ? 'fact.battery' : 'fact.mains') },
        ...flags.map(({ name, on }) => ({
          label: t(`settings:experiments.flag.${name}.name`),
          value: t(on ? 'settings:value.on' : 'settings:value.off'),
        })),
      ],
    },
    {
      name: t('group.engine'),
      facts: [
        { label: t('fact.state'), value: t(`engine.${engine.state}`) },
        { label: t('fact.restarts'), value: formats.number(engine.restarts) },
        ...(facts
          ? [
              { label: t('fact.running'), value: moment(facts.startedAt, formats) },
              { label: t('fact.schema'), value: formats.number(facts.schemaVersion) },
              { label: t('fact.heap'), value: formats.bytes(facts.heapBytes) },
              {
                label: t('fact.slow'),
                value: t('fact.slowValue', {
                  number: formats.number(facts.slowQueries),
                  ms: formats.number(facts.slowMs),
                }),
              },
              { label: t('fact.loop'), value: loopWords(facts.loop, t, formats) },
            ]
          : []),
        { label: t('fact.shellLoop'), value: loopWords(diagnostics.shellLoop, t, formats) },
      ],
    },
    { name: t('group.processes'), facts: processWords(diagnostics.processes, t, formats) },
    { name: t('group.store'), facts: sizeWords(diagnostics, t, formats) },
    ...workspaceGroups(diagnostics, t, formats),
  ]
}

function moment(at: number, formats: Formats): string {
  return `${formats.date(at)}, ${formats.time(at)}`
}

const platformNames: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }

function loopWords(loop: LoopDelay | null, t: T, formats: Formats): string {
  if (!loop) return t('unknown')
  const { p50, p99, max } = loop
  const [median, most, longest] = [p50, p99, max].map((ms) => formats.number(ms))
  return t('fact.loopValue', { p50: median, p99: most, max: longest })
}

function processWords(processes: readonly ProcessFacts[], t: T, formats: Formats): readonly Fact[] {
  const bytesOf = (wanted: readonly ProcessFacts[]): number =>
    wanted.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0)
  const types = (['shell', 'window', 'engine', 'gpu', 'other'] as const).flatMap((type) => {
    const ofType = processes.filter((each) => each.type === type)
    if (ofType.length === 0) return []
    const many = ofType.length > 1 ? ` (${formats.number(ofType.length)})` : ''
    return [{ label: `${t(`process.${type}`)}${many}`, value: formats.bytes(bytesOf(ofType)) }]
  })
  return [...types, { label: t('fact.total'), value: formats.bytes(bytesOf(processes)) }]
}

function sizeWords({ engine, folders }: Diagnostics, t: T, formats: Formats): readonly Fact[] {
  const { facts, store } = engine
  return [
    ...(facts
      ? [
          { label: t('fact.database'), value: formats.bytes(facts.sizes.database) },
          { label: t('fact.index'), value: formats.bytes(facts.sizes.index) },
          { label: t('fact.backups'), value: formats.bytes(facts.sizes.backups) },
        ]
      : []),
    ...(store ? [{ label: t('fact.blobs'), value: formats.bytes(store.fileBytes) }] : []),
    ...(['workspaces', 'models', 'logs', 'browser', 'crashes'] as const).map((name) => {
      const { bytes, isPartial } = folders[name]
      const size = formats.bytes(bytes)
      return { label: t(`fact.${name}`), value: isPartial ? t('fact.atLeast', { size }) : size }
    }),
  ]
}

function workspaceGroups({ engine }: Diagnostics, t: T, formats: Formats): readonly FactGroup[] {
  const { store, sync, index } = engine
  const groups: FactGroup[] = []
  if (store) {
    groups.push({
      name: t('group.counts'),
      facts: countedThings.map((thing) => ({
        label: t(`count.${thing}`),
        value: formats.number(store.counts[thing]),
      })),
    })
  }
  if (sync) {
    const { connection, syncedAt, catchingUp, clockAheadMs } = sync
    const hasServer = connection.type !== 'none'
    groups.push({
      name: t('group.sync'),
      facts: [
        { label: t('fact.connection'), value: t(`server:connection.${connection.type}`) },
        ...(hasServer
          ? [
              { label: t('fact.server'), value: engine.serverVersion ?? t('unknown') },
              { label: t('fact.inStep'), value: syncedAt === null ? t('never') : moment(syncedAt, formats) },
              { label: t('fact.waiting'), value: formats.number(sync.waiting) },
              {
                label: t('fact.oldest'),
                value: store?.oldestWaitingAt == null ? t('nothing') : moment(store.oldestWaitingAt, formats),
              },
              { label: t('fact.refused'), value: formats.number(sync.refused) },
              {
                label: t('fact.toCatchUp'),
                value: formats.number(catchingUp ? catchingUp.total - catchingUp.done : 0),
              },
            ]
          : []),
        ...(clockAheadMs === null
          ? []
          : [{ label: t('fact.clock'), value: formats.duration(Math.abs(clockAheadMs)) }]),
      ],
    })
  }
  if (index) {
    const { progress, modelError } = index
    groups.push({
      name: t('group.index'),
      facts: [
        { label: t('fact.state'), value: t(`models:index.stateName.${index.state}`) },
        { label: t('fact.modelError'), value: t(`model.${modelError ?? 'fine'}`) },
        { label: t('fact.passages'), value: formats.number(index.chunks) },
        {
          label: t('fact.progress'),
          value: progress
            ? `${formats.number(progress.done)} / ${formats.number(progress.total)}`
            : t('nothing'),
        },
        { label: t('fact.unreadable'), value: formats.number(engine.indexFailed) },
      ],
    })
  }
  return groups
}

/** To be put on the clipboard. */
export function groupsToText(groups: readonly FactGroup[]): string {
  return groups
    .map(({ name, facts }) => [name, ...facts.map(({ label, value }) => `  ${label}: ${value}`)].join('\n'))
    .join('\n\n')
}
