import { describe, expect, it } from 'vitest'
import { draftToForm, emptyForm, formToDraft, toTag } from './new-ticket-draft.ts'

describe('the draft of a new ticket', () => {
  it('comes back as it was written', () => {
    const form = { ...emptyForm, title: 'Printer', description: 'a\nb', priority: 4 as const, tags: ['vpn'] }
    expect(draftToForm(formToDraft(form))).toEqual(form)
  })

  it('is empty while only choices were made', () => {
    expect(formToDraft({ ...emptyForm, priority: 4 })).toBe('')
    expect(formToDraft(emptyForm)).toBe('')
  })

  it.each(['not json', '[1, 2]', '"quoted"', '{"other": 1}', '{"title": '])(
    'keeps %s as the description',
    (text) => {
      expect(draftToForm(text)).toEqual({ ...emptyForm, description: text })
    },
  )

  it('takes no value of a wrong type', () => {
    const stored = JSON.stringify({ title: 5, description: 'kept', priority: 9, tags: ['a', 3], ownerId: {} })
    expect(draftToForm(stored)).toEqual({ ...emptyForm, description: 'kept', tags: ['a'] })
  })
})

describe('a tag', () => {
  it('is one lower-case line without a leading #', () => {
    expect(toTag('  #VPN  Tunnel ')).toBe('vpn tunnel')
    expect(toTag('##')).toBe('')
  })
})
