/** What is said of a model and of what became of fetching it. */
import type { TFunction } from 'i18next'
import type { ModelRow, ModelState } from '#shared/contract/models.ts'
import type { Formats } from '../../../i18n/formats.ts'

const knownLanguages = ['de', 'en', 'mul'] as const

/** "German, English and many more · Licence MIT · 135 MB to fetch" */
export function describeModel(row: ModelRow, t: TFunction<'models'>, formats: Formats): string {
  const languages = row.languages.map((code) => {
    const known = knownLanguages.find((each) => each === code)
    return known === undefined ? code : t(`models.languages.${known}`)
  })
  const { state } = row
  const isToFetch = state.type === 'available' || (state.type === 'stopped' && state.doneBytes === 0)
  return [
    formats.list(languages),
    t('models.licence', { licence: row.licence }),
    ...(isToFetch ? [t('models.download', { size: formats.bytes(row.bytes) })] : []),
  ].join(' · ')
}

/** Why it stopped and what is kept. */
export function describeStop(
  state: Extract<ModelState, { type: 'stopped' }>,
  row: ModelRow,
  t: TFunction<'models'>,
  formats: Formats,
): string {
  const why = t(`models.stopped.${state.reason}`, { file: state.file ?? '' })
  if (state.doneBytes === 0) return why
  const kept = t('models.kept', { done: formats.bytes(state.doneBytes), total: formats.bytes(row.bytes) })
  return `${why} ${kept}`
}
