/** Knowledge: every subject in German and English; larger sets repeat the subjects for further customers and devices. */
import { createRandom, type Random } from '#shared/base/random.ts'
import { linesToBlocks, readArticles, type ArticleSubject } from './article-text.ts'
import { hourMs, periodStart, workingDays, workingMoment } from './calendar.ts'
import { makeUlid } from './identifiers.ts'
import { createOrganisations, type Organisation } from './organisations.ts'
import { createSlots } from './slots.ts'
import type { SlotReader } from './template.ts'
import type { DemoArticle, DemoBlock, DemoDirectory, DemoLanguage, DemoOptions, DemoPerson } from './types.ts'

/** German first, then its translation, subject by subject. */
export function generateArticles(options: DemoOptions, directory: DemoDirectory): readonly DemoArticle[] {
  const random = createRandom(options.seed).fork('articles')
  const subjects = random.shuffle(readArticles())
  const organisations = createOrganisations(Math.ceil(options.people / 2), random.fork('organisations'))
  const writers = directory.people.filter(
    (person) => person.id !== directory.intake && person.role !== 'guest',
  )
  const days = workingDays(options.now, options.months)
  const write = (order: Order, original: DemoArticle | null, own: Random): DemoArticle => {
    const day = days[own.int(0, Math.max(0, days.length - 4))] ?? periodStart(options.now, options.months)
    const earliest = original ? original.createdAt + own.int(2, 90) * hourMs : workingMoment(day, own)
    const createdAt = Math.min(earliest, options.now - hourMs)
    const slot = createArticleSlots(order, createdAt, own)
    const text = order.subject.texts[order.language]
    const where = order.round > 0 ? ` – ${order.organisation.name}` : ''
    return {
      id: makeUlid(createdAt, own),
      spaceName: order.language === 'de' ? 'Wissen' : 'Knowledge',
      title: fillSlots(text.title, slot) + where,
      language: order.language,
      category: text.category,
      tags: order.subject.tags,
      createdBy: own.pick(speakers(writers, order.language)).id,
      createdAt,
      updatedAt: own.chance(0.4) ? createdAt : drawUpdate(createdAt, options.now, own),
      blocks: [...localNote(order), ...linesToBlocks(text.lines.map((line) => fillSlots(line, slot)))],
      translationOf: original?.id ?? null,
    }
  }

  const articles: DemoArticle[] = []
  for (let pair = 0; articles.length < options.articles; pair += 1) {
    const subject = subjects[pair % subjects.length]
    if (!subject) break
    const own = random.fork(String(pair))
    const round = Math.floor(pair / subjects.length)
    const german = write(
      { subject, language: 'de', round, organisation: own.pick(organisations.de) },
      null,
      own,
    )
    articles.push(german)
    if (articles.length === options.articles) break
    articles.push(
      write({ subject, language: 'en', round, organisation: own.pick(organisations.en) }, german, own),
    )
  }
  return articles
}

interface Order {
  readonly subject: ArticleSubject
  readonly language: DemoLanguage
  /** 0 for the general article, above that for the versions of single customers. */
  readonly round: number
  readonly organisation: Organisation
}

function createArticleSlots(order: Order, at: number, random: Random): SlotReader {
  const { organisation, language } = order
  const shared = random.fork('slots')
  return createSlots({
    random: shared,
    language,
    at,
    organisation,
    otherOrganisation: organisation,
    contact: organisation.contacts[0] ?? { name: '', email: '', address: '' },
    technician: '',
    fixed: { townlower: organisation.town.toLowerCase() },
  })
}

/** Articles have slots but no alternatives: `<` and `>` stand for themselves. */
function fillSlots(line: string, slot: SlotReader): string {
  return line.replace(/\{([a-z]+)\}/g, (_, name: string) => slot(name))
}

function localNote({ language, organisation, round }: Order): readonly DemoBlock[] {
  if (round === 0) return []
  const contact = organisation.contacts[round % organisation.contacts.length]?.name ?? ''
  const text =
    language === 'de'
      ? `Fassung für ${organisation.name} in ${organisation.town}. Ansprechperson vor Ort: ${contact}. Abweichungen vom allgemeinen Artikel sind mit dem Kunden abgestimmt (Stand ${String(round)}).`
      : `Version for ${organisation.name} in ${organisation.town}. Contact on site: ${contact}. Deviations from the general article are agreed with the customer (issue ${String(round)}).`
  return [{ type: 'paragraph', text }]
}

function speakers(people: readonly DemoPerson[], language: DemoLanguage): readonly DemoPerson[] {
  const fitting = people.filter((person) => person.language === language)
  return fitting.length > 0 ? fitting : people
}

/** Mostly soon after the article was written, sometimes much later. */
function drawUpdate(createdAt: number, now: number, random: Random): number {
  return Math.floor(createdAt + (now - createdAt - hourMs / 2) * random.next() ** 2)
}
