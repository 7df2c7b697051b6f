/**
 * What the engine keeps of a draft. Saving one shows nothing on the screen, so this is what a test waits for before it
 * takes the power away.
 */
import type { Page } from 'playwright-core'
import type { Bridge } from '#shared/contract/bridge.ts'

/** @param place the name of the channel that is open, or a whole draft key such as `ticket/new` */
export async function draftInStore(page: Page, place: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const { bridge } = window as unknown as { bridge: Bridge }
    const open = document.querySelector<HTMLElement>('[data-channel][aria-current="page"]')
    const key = wanted.includes('/') ? wanted : `channel/${open?.dataset['channel'] ?? ''}`
    const response = await bridge.call({
      version: 1,
      id: `draft ${performance.now()}`,
      kind: 'query',
      name: 'draft.get',
      input: { key },
    })
    const value = response.ok ? (response.value as { meta?: { text: string } | null }) : {}
    return value.meta?.text ?? ''
  }, place)
}
