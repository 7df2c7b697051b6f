/** People, queues and channels of the demo workspace. */
import { createRandom, type Random } from '#shared/base/random.ts'
import { periodStart } from './calendar.ts'
import { planChannels } from './channel-plan.ts'
import { firstNames, lastNames, staff, titles } from './content/names.ts'
import { makeUlid } from './identifiers.ts'
import { mailPart } from './organisations.ts'
import { readRows } from './rows.ts'
import type { DemoChannel, DemoDirectory, DemoOptions, DemoPerson, DemoQueue } from './types.ts'

const domain = 'nordhang.example'

/** The same directory for the same options. `me` is the first person, the service mailbox the last. */
export function generateDirectory(options: DemoOptions): DemoDirectory {
  const random = createRandom(options.seed).fork('directory')
  const start = periodStart(options.now, options.months)
  const people = createPeople(options.people, start, random.fork('people'))
  const me = people[0]
  const intake = people.at(-1)
  if (!me || !intake || people.length < 8) throw new Error('The demo needs at least 8 people')
  return {
    workspaceName: 'Nordhang Technik',
    people,
    queues: createQueues(options.queues, start, random.fork('queues')),
    channels: createChannels(options, people, me.id, start, random.fork('channels')),
    me: me.id,
    intake: intake.id,
  }
}

function createPeople(count: number, start: number, random: Random): readonly DemoPerson[] {
  const people: DemoPerson[] = []
  const taken = new Set<string>()
  const add = (person: Omit<DemoPerson, 'id' | 'email'>): void => {
    const email = `${mailPart(person.name, '.')}@${domain}`
    if (taken.has(email)) return
    taken.add(email)
    people.push({ id: makeUlid(start - 1000 + people.length, random), email, ...person })
  }
  for (const [name = '', role, language, title = ''] of readRows(staff).slice(0, count - 1)) {
    add({ name, title, role: readRole(role), language: language === 'en' ? 'en' : 'de' })
  }
  while (people.length < count - 1) {
    const language = random.chance(0.58) ? 'de' : 'en'
    const first = random.pick<string>(firstNames[language][random.chance(0.45) ? 'f' : 'm'])
    const name = `${first} ${random.pick<string>(lastNames[language])}`
    add({
      name,
      language,
      role: random.chance(0.06) ? 'guest' : 'agent',
      title: random.pick<string>(titles[language]),
    })
  }
  add({ name: 'Servicepostfach', language: 'de', role: 'agent', title: 'Nimmt E-Mails und Webformulare an' })
  return people
}

function readRole(text: string | undefined): DemoPerson['role'] {
  return text === 'owner' || text === 'admin' || text === 'guest' ? text : 'agent'
}

const queueTable = `
Service Desk|Arbeitsplätze, Konten, Drucker, E-Mail
Netzwerk|Router, WLAN, VPN, Telefonie, Leitungen
Gebäudetechnik|Heizung, Lüftung, Kälte, Zutritt, Ladetechnik
Windkraft und Steuerung|Windenergieanlagen, SPS, Messdaten
Ersatzteile und Logistik|Bestellungen, Rücksendungen, Lagergeräte
Verwaltung|Rechnungen, Verträge, Berichte
Service Desk UK|Workplaces, accounts, printers, e-mail
Network UK|Routers, Wi-Fi, VPN, telephony, lines
Building Technology UK|Heating, ventilation, refrigeration, access
Wind and Controls UK|Turbines, PLCs, readings
Spare Parts UK|Orders, returns, warehouse devices
Accounts UK|Invoices, contracts, reports
`

function createQueues(count: number, start: number, random: Random): readonly DemoQueue[] {
  return readRows(queueTable)
    .slice(0, count)
    .map(([name = '', description = ''], index) => ({
      id: makeUlid(start + index, random),
      name,
      description,
    }))
}

function createChannels(
  options: DemoOptions,
  people: readonly DemoPerson[],
  me: string,
  start: number,
  random: Random,
): readonly DemoChannel[] {
  const colleagues = people.slice(1, -1)
  const partners = random.shuffle(colleagues.filter((person) => person.role !== 'guest'))
  return planChannels(options.channels).map((plan, index) => {
    const id = makeUlid(start + 100 + index, random)
    if (plan.kind === 'direct') {
      const partner = partners[plan.partner % partners.length]
      if (!partner) throw new Error('The demo needs colleagues to talk to')
      return {
        id,
        name: partner.name,
        description: '',
        topics: [],
        kind: 'direct',
        memberIds: [me, partner.id],
      }
    }
    const members = colleagues.filter((person) =>
      random.chance(person.role === 'guest' ? 0.15 : index < 2 ? 1 : languageFit(plan.germanShare, person)),
    )
    return {
      id,
      name: plan.name,
      description: plan.description,
      topics: [...new Set(plan.topics.map((topic) => topic.name))],
      kind: 'channel',
      memberIds: [me, ...members.map((person) => person.id)],
    }
  })
}

/** How likely a person is in a channel: speakers of its language mostly are. */
function languageFit(germanShare: number, person: DemoPerson): number {
  const share = person.language === 'de' ? germanShare : 1 - germanShare
  return share < 0.15 ? 0.15 : 0.85
}
