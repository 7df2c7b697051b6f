/**
 * What a person can say on the command line. Chromium's and Electron's own switches travel in the same list, so
 * whatever is not ours is passed over without complaint.
 */
import path from 'node:path'
import { err, ok, type Result } from '#shared/base/result.ts'
import { isPseudoLocale, pseudoLocales, type PseudoLocale } from '#shared/locales/pseudo.ts'

export interface CommandLine {
  /** Keeps everything of one profile apart from all others. */
  readonly profile: string
  /** An absolute or relative path; null for the usual place. */
  readonly dataDir: string | null
  /** Fill a new workspace with sample work. */
  readonly demo: boolean
  /** Start, wait for the first screen, print one line of JSON, stop. */
  readonly smoke: boolean
  /** Come up without a window, where the tray can bring one. */
  readonly hidden: boolean
  /** Experimental parts to switch, as `name=on,name=off`; counts in development only. Null for none. */
  readonly flags: string | null
  /** A language for developers, in which every sentence shows whether it fits; null for the person's. */
  readonly pseudoLocale: PseudoLocale | null
  /** Bring up quick capture, in the program that runs already where there is one. */
  readonly capture: boolean
  /** The system's folder, also where something beside the program asks for portable mode. */
  readonly systemFolder: boolean
}

export type CommandLineError =
  | { readonly type: 'missing-value'; readonly option: string }
  | { readonly type: 'bad-profile'; readonly profile: string }
  | { readonly type: 'bad-pseudo-locale'; readonly locale: string }

export const defaultProfile = 'default'
const demoProfile = 'demo'
const profilePattern = /^[A-Za-z0-9_-]{1,40}$/

/**
 * Reads `--profile NAME`, `--data-dir PATH`, `--flags LIST`, `--demo`, `--smoke`, `--hidden`, `--capture`,
 * `--system-folder` and `--pseudo-locale LOCALE`; values may follow an equals sign too.
 * The last of a repeated option counts.
 * @param argv all arguments, with or without the program's own path
 */
export function parseCommandLine(argv: readonly string[]): Result<CommandLine, CommandLineError> {
  const profile = optionValue(argv, '--profile')
  if (!profile.ok) return profile
  const dataDir = optionValue(argv, '--data-dir')
  if (!dataDir.ok) return dataDir
  const flags = optionValue(argv, '--flags')
  if (!flags.ok) return flags
  if (profile.value !== null && !profilePattern.test(profile.value)) {
    return err({ type: 'bad-profile', profile: profile.value.slice(0, 100) })
  }
  const pseudoLocale = optionValue(argv, '--pseudo-locale')
  if (!pseudoLocale.ok) return pseudoLocale
  if (pseudoLocale.value !== null && !isPseudoLocale(pseudoLocale.value)) {
    return err({ type: 'bad-pseudo-locale', locale: pseudoLocale.value.slice(0, 100) })
  }
  const demo = argv.includes('--demo')
  return ok({
    profile: profile.value ?? (demo ? demoProfile : defaultProfile),
    dataDir: dataDir.value,
    demo,
    smoke: argv.includes('--smoke'),
    hidden: argv.includes('--hidden'),
    flags: flags.value,
    pseudoLocale: pseudoLocale.value,
    capture: wantsCapture(argv),
    systemFolder: argv.includes(systemFolderOption),
  })
}

/** For a program on a place that cannot be written; see read-only-place.ts. */
export const systemFolderOption = '--system-folder'

/** What a desktop's own key settings call. */
export const wantsCapture = (argv: readonly string[]): boolean => argv.includes('--capture')

/** What a start was told of its data, for another one to be told too. */
export function dataArguments({ profile, dataDir }: CommandLine): string[] {
  return [
    ...(profile === defaultProfile ? [] : [`--profile=${profile}`]),
    ...(dataDir === null ? [] : [`--data-dir=${path.resolve(dataDir)}`]),
  ]
}

/** One sentence for the terminal. English: nothing is known yet about who reads it. */
export function describeCommandLineError(error: CommandLineError): string {
  switch (error.type) {
    case 'missing-value':
      return `The option ${error.option} needs a value, such as ${error.option}=alice.`
    case 'bad-profile':
      return `"${error.profile}" cannot be a profile's name: use 1 to 40 letters, digits, "-" and "_".`
    case 'bad-pseudo-locale':
      return `"${error.locale}" is no pseudo-locale: there are ${pseudoLocales.join(' and ')}.`
  }
}

function optionValue(argv: readonly string[], option: string): Result<string | null, CommandLineError> {
  let value: string | null = null
  for (const [index, argument] of argv.entries()) {
    if (argument !== option && !argument.startsWith(`${option}=`)) continue
    const given = argument === option ? argv[index + 1] : argument.slice(option.length + 1)
    if (given === undefined || given === '' || given.startsWith('--'))
      return err({ type: 'missing-value', option })
    value = given
  }
  return ok(value)
}
