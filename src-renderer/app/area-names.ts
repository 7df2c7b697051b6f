/** The areas' names, as keys of the catalogue. */
export const areaNames = {
  inbox: 'shell:rail.inbox',
  chat: 'shell:rail.chat',
  tickets: 'shell:rail.tickets',
  knowledge: 'shell:rail.knowledge',
  search: 'shell:rail.search',
  ask: 'shell:rail.ask',
  settings: 'shell:rail.settings',
} as const
