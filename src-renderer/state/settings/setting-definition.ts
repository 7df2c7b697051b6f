/** What every setting has to say about itself, so that it can be found, understood and put back. */
import type { Preferences } from '#shared/contract/preferences.ts'
import type { Catalogue, Namespace } from '#shared/locales/index.ts'
import type { SettingsSection } from '../routes.ts'

type Paths<T> = {
  [Key in keyof T & string]: T[Key] extends string ? Key : `${Key}.${Paths<T[Key]>}`
}[keyof T & string]

/** A sentence of the catalogues: `settings:theme.label`. One that does not exist does not compile. */
export type SentenceKey = { [Name in Namespace]: `${Name}:${Paths<Catalogue[Name]>}` }[Namespace]

export type SettingDefault =
  /** Kept by the shell in `preferences.json`; its default is the one there. A value that is not named has no words. */
  | {
      readonly preference: keyof Preferences
      readonly values: Readonly<Record<string, SentenceKey>>
    }
  /** Kept by the engine: features/settings/engine-states.ts says whether it is changed, and puts it back. */
  | { readonly engine: SentenceKey | { readonly bytes: number } }

export interface SettingDefinition {
  /** Also its place in links: `settings/{section}/{id}`. Stays the same for good. */
  readonly id: string
  readonly section: SettingsSection
  readonly name: SentenceKey
  /** What it does, in one or two plain sentences. */
  readonly text: SentenceKey
  /** Other words that people would look for, with commas between them. */
  readonly words: SentenceKey
  /** Sentences of its control that it is found by, too. */
  readonly also?: readonly SentenceKey[]
  /** Null for what has none: what a person reads, does or fills in here. */
  readonly default: SettingDefault | null
  /** Takes the whole width, below its words. */
  readonly isWide?: boolean
  /** There is nothing to set in a workspace without a server. */
  readonly needsServer?: boolean
}

export const onOff = { true: 'settings:value.on', false: 'settings:value.off' } as const satisfies Readonly<
  Record<string, SentenceKey>
>
