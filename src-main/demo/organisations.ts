/** The customers: organisations with a few named contacts each, the same for tickets and chat. */
import type { Random } from '#shared/base/random.ts'
import { firstNames, lastNames } from './content/names.ts'
import { moreKinds, moreTowns, organisations as listed } from './content/organisations.ts'
import { readRows } from './rows.ts'
import type { DemoLanguage } from './types.ts'

export interface Contact {
  readonly name: string
  readonly email: string
  /** How a reply addresses them: "Frau Keller" or "Claire". */
  readonly address: string
}

export interface Organisation {
  readonly name: string
  readonly domain: string
  readonly town: string
  readonly language: DemoLanguage
  readonly contacts: readonly Contact[]
}

export type OrganisationsByLanguage = Readonly<Record<DemoLanguage, readonly Organisation[]>>

/** At least the listed organisations, more where `wanted` asks for it. */
export function createOrganisations(wanted: number, random: Random): OrganisationsByLanguage {
  const rows = readRows(listed).map(([name = '', domain = '', town = '', language]) => ({
    name,
    domain,
    town,
    language: language === 'en' ? ('en' as const) : ('de' as const),
  }))
  const all = [...rows, ...further(wanted - rows.length)]
  const complete = all.map((row) => ({ ...row, contacts: createContacts(row, random.fork(row.domain)) }))
  return {
    de: complete.filter((row) => row.language === 'de'),
    en: complete.filter((row) => row.language === 'en'),
  }
}

type Row = Omit<Organisation, 'contacts'>

function further(count: number): readonly Row[] {
  const rows: Row[] = []
  for (let index = 0; rows.length < count && index < 280; index += 1) {
    const language = index % 2 === 0 ? 'de' : 'en'
    const towns = moreTowns[language]
    const at = index >> 1
    const town = towns[at % towns.length] ?? 'Nordhausen'
    const kind = moreKinds[language][Math.floor(at / towns.length) % moreKinds[language].length] ?? ''
    const name = language === 'de' ? `${kind} ${town}` : `${town} ${kind}`
    rows.push({ name, domain: `${mailPart(name, '-')}.example`, town, language })
  }
  return rows
}

function createContacts(row: Row, random: Random): readonly Contact[] {
  return Array.from({ length: 4 }, () => {
    const female = random.chance(0.5)
    const first = random.pick<string>(firstNames[row.language][female ? 'f' : 'm'])
    const last = random.pick<string>(lastNames[row.language])
    const address = row.language === 'en' ? first : `${female ? 'Frau' : 'Herr'} ${last}`
    return {
      name: `${first} ${last}`,
      email: `${mailPart(first, '')}.${mailPart(last, '')}@${row.domain}`,
      address,
    }
  })
}

/** The part of an address made from a name: lower case ASCII. */
export function mailPart(name: string, space: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', space)
}
