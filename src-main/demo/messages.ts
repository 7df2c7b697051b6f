/**
 * Chat, channel by channel, day by day. A day is laid out whole before it is handed on, so that times rise strictly
 * inside a channel and none lies after `now`.
 */
import { createRandom, type Random } from '#shared/base/random.ts'
import { hourMs, minuteMs, workingDays } from './calendar.ts'
import { createCaseBook, type CaseBook } from './cases.ts'
import { planChannels, type ChannelPlan } from './channel-plan.ts'
import { createConversationWriter, type SpokenLine } from './conversation-writer.ts'
import { readConversations, type ConversationBook } from './conversations.ts'
import { makeUlid } from './identifiers.ts'
import { addEdit, addReactions } from './message-details.ts'
import type { DemoChannel, DemoDirectory, DemoMessage, DemoOptions } from './types.ts'

/** Exactly `options.messages` messages. */
export function* generateMessages(options: DemoOptions, directory: DemoDirectory): Generator<DemoMessage> {
  const random = createRandom(options.seed).fork('messages')
  const shared = {
    options,
    directory,
    cases: createCaseBook(options, directory),
    conversations: readConversations(),
  }
  const plans = planChannels(options.channels)
  const weight = plans.reduce((sum, plan) => sum + plan.weight, 0)
  let left = options.messages
  for (const [index, channel] of directory.channels.entries()) {
    const plan = plans[index]
    if (!plan) throw new Error('The directory was made with other options')
    const last = index === directory.channels.length - 1
    const quota = last ? left : Math.min(left, Math.round((options.messages * plan.weight) / weight))
    left -= quota
    yield* fillChannel(shared, channel, plan, index, quota, random.fork(channel.name))
  }
}

interface Shared {
  readonly options: DemoOptions
  readonly directory: DemoDirectory
  readonly cases: CaseBook
  readonly conversations: ConversationBook
}

function* fillChannel(
  shared: Shared,
  channel: DemoChannel,
  plan: ChannelPlan,
  index: number,
  quota: number,
  random: Random,
): Generator<DemoMessage> {
  const { now, months } = shared.options
  const atNight = plan.kind === 'channel' && plan.topics.some((topic) => topic.category === 'oncall')
  const days = workingDays(now, months, atNight)
  const targets = dayTargets(days.length, quota, random)
  const writer = createConversationWriter({ ...shared, channel, plan, random: random.fork('writer') })
  const fresh = index < 6 || plan.kind === 'direct'
  let written = 0
  for (const [dayIndex, day] of days.entries()) {
    const wanted = (targets[dayIndex] ?? quota) - written
    if (wanted <= 0) continue
    const today = dayIndex === days.length - 1
    const window = workWindow(
      day,
      today ? now - (2 + ((index * 7) % 90)) * minuteMs : null,
      atNight && random.chance(0.5),
    )
    const lines = layOutDay(window, wanted, today && fresh, (at) => writer.next(at), random)
    const kept = lines.slice(0, Math.min(lines.length, quota - written))
    written += kept.length
    yield* finishDay(kept, channel, random)
  }
}

/** How many messages the channel has by the end of each day: growing traffic, uneven days. */
function dayTargets(days: number, quota: number, random: Random): readonly number[] {
  const weights = Array.from(
    { length: days },
    (_, day) => (0.6 + (0.8 * day) / days) * (0.3 + random.next() * 1.4),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let sum = 0
  return weights.map((weight, day) => {
    sum += weight
    return day === days - 1 ? quota : Math.min(Math.round((quota * sum) / total), quota - 3)
  })
}

interface Window {
  readonly start: number
  readonly end: number
}

function workWindow(day: number, nowLimit: number | null, night: boolean): Window {
  const start = day + (night ? 18 : 7) * hourMs
  const end = day + (night ? 23.4 : 17.6) * hourMs
  if (nowLimit === null || end <= nowLimit) return { start, end }
  return { start: Math.min(start, nowLimit - 3 * hourMs), end: nowLimit }
}

interface TimedLine extends SpokenLine {
  readonly at: number
  /** Position inside its conversation. */
  readonly turn: number
}

/**
 * One conversation after another over the window. None starts earlier than the writer was told, since it may speak of
 * tickets that came just before. With `toTheEnd` the last one ends where the window does.
 */
function layOutDay(
  window: Window,
  wanted: number,
  toTheEnd: boolean,
  nextConversation: (at: number) => readonly SpokenLine[],
  random: Random,
): readonly TimedLine[] {
  const lines: TimedLine[] = []
  const span = window.end - window.start
  const stepMs = span / Math.max(1, Math.ceil(wanted / 3.4))
  const pace = Math.min(1, span / (wanted * 4 * minuteMs))
  let at = window.start
  for (let step = 0; lines.length < wanted; step += 1) {
    const slot = window.start + (step + random.next()) * stepMs
    const start = Math.max(
      at + 1,
      Math.min(Math.max(at + 3 * minuteMs * pace, slot), window.end - 2 * minuteMs * pace),
    )
    const spoken = nextConversation(Math.min(start, window.end))
    const times = [start]
    for (const line of spoken.slice(1)) {
      at = times.at(-1) ?? start
      times.push(at + (20_000 + random.next() ** 2 * 5 * minuteMs + line.text.length * 120) * pace)
    }
    at = times.at(-1) ?? start
    const scale = at > window.end && start < window.end ? (window.end - start) / (at - start) : 1
    spoken.forEach((line, turn) => {
      lines.push({ ...line, at: Math.floor(start + ((times[turn] ?? start) - start) * scale), turn })
    })
    at = start + (at - start) * scale
  }
  return fitInto(window, lines, toTheEnd)
}

/** Moves a quiet day to the end of its window if asked to; times rise strictly and end with the window. */
function fitInto(window: Window, lines: readonly TimedLine[], toTheEnd: boolean): readonly TimedLine[] {
  const last = lines.at(-1)?.at ?? window.end
  const shift = last < window.end && toTheEnd ? Math.floor(window.end - last) : 0
  const placed = lines.map((line) => line.at + shift)
  let limit = Math.floor(Math.max(window.end, window.start + lines.length))
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    limit = Math.min(placed[index] ?? limit, limit)
    placed[index] = limit
    limit -= 1
  }
  return lines.map((line, index) => ({ ...line, at: placed[index] ?? line.at }))
}

function* finishDay(
  lines: readonly TimedLine[],
  channel: DemoChannel,
  random: Random,
): Generator<DemoMessage> {
  let conversation: string[] = []
  for (const line of lines) {
    if (line.turn === 0) conversation = []
    const id = makeUlid(line.at, random)
    const quoted =
      line.turn >= 2 && random.chance(0.1) ? conversation[random.int(0, line.turn - 2)] : undefined
    conversation.push(id)
    const { text, editedText } = addEdit(line.text, random)
    yield {
      id,
      channelId: channel.id,
      authorId: line.authorId,
      text,
      topic: line.topic,
      replyTo: quoted ?? null,
      reactions: addReactions(line, channel.memberIds, random),
      editedText,
    }
  }
}
