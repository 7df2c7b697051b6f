/** What a notification says, in the person's language. Nothing of the content where that is to be hidden. */
import type { Notice } from '#shared/contract/attention.ts'
import type { NoticeText, Words } from './words.ts'

export interface NoticeTexts {
  readonly title: string
  readonly body: string
}

/** @param workspace its name, where there are several; else null */
export function noticeText(notice: Notice, words: Words, workspace: string | null): NoticeTexts {
  const named = (title: string) => (workspace === null ? title : `${title} · ${workspace}`)
  if (notice.isHidden)
    return { title: named(words.notice('program')), body: words.notice(hidden[notice.kind]) }
  const { kind, where, text } = notice
  const who = notice.who === '' ? words.notice('somebody') : notice.who
  switch (kind) {
    case 'message':
      return { title: named(where === '' ? who : words.notice('message', { who, where })), body: text }
    case 'mention':
      return { title: named(words.notice('mention', { who, where })), body: text }
    case 'keyword':
      return { title: named(words.notice('keyword', { who, where })), body: text }
    case 'assigned':
      return { title: named(words.notice('assigned', { who, where })), body: text }
    case 'queue':
      return { title: named(words.notice('queue', { where })), body: text }
    case 'snoozed':
      return { title: named(words.notice('snoozed', { where })), body: text }
    case 'reply':
      return { title: named(words.notice('reply', { who, where })), body: text }
    case 'refused':
      return {
        title: named(words.notice('refused')),
        body: text === '' ? words.notice('refusedOpen') : words.notice('refusedText', { text }),
      }
    case 'offline':
      return { title: named(words.notice('offline')), body: words.notice('offlineText') }
  }
}

/** Several of one place in one. @param latest the newest of them */
export function summaryText(
  latest: Notice,
  count: number,
  words: Words,
  workspace: string | null,
): NoticeTexts {
  const single = noticeText(latest, words, workspace)
  if (latest.isHidden) return { title: single.title, body: words.notice('hiddenSummary', { count }) }
  if (latest.kind === 'refused') {
    const title = words.notice('refusedSummary', { count })
    return {
      title: workspace === null ? title : `${title} · ${workspace}`,
      body: words.notice('refusedOpen'),
    }
  }
  const where = latest.where === '' ? latest.who : latest.where
  const title =
    where === '' ? words.notice('summary', { count }) : words.notice('summaryIn', { count, where })
  const who = latest.where === '' || latest.who === '' ? '' : `${latest.who}: `
  return { title: workspace === null ? title : `${title} · ${workspace}`, body: `${who}${latest.text}` }
}

const hidden: Readonly<Record<Notice['kind'], NoticeText>> = {
  message: 'hiddenMessage',
  mention: 'hiddenMention',
  keyword: 'hiddenMessage',
  assigned: 'hiddenTicket',
  queue: 'hiddenQueue',
  snoozed: 'hiddenSnoozed',
  reply: 'hiddenReply',
  refused: 'refused',
  offline: 'offlineText',
}
