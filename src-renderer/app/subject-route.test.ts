import { expect, it } from 'vitest'
import type { DocId } from '#shared/base/ids.ts'
import { subjectRoute } from './subject-route.ts'

const id = '01J00000000000000000000000'
const route = (docId: string) => subjectRoute({ docId: docId as DocId })

it('leads to the channel, the ticket or the article', () => {
  expect(route(`chat/${id}/20260102`)).toEqual({ area: 'chat', channelId: id })
  expect(route(`ticket/${id}`)).toEqual({ area: 'tickets', view: 'all', ticketId: id })
  expect(route(`notes/${id}`)).toEqual({ area: 'tickets', view: 'all', ticketId: id })
  expect(route(`article/${id}`)).toEqual({ area: 'knowledge', articleId: id })
})

it('leads nowhere for what has no place', () => {
  expect(route(`settings/${id}`)).toBeNull()
  expect(route('something')).toBeNull()
  expect(route('ticket/nonsense')).toBeNull()
})
