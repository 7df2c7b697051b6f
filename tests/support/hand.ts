/** How a person at the window gets at a control: by the mouse, or by the keys alone. */
import type { Locator, Page } from 'playwright-core'

export interface Hand {
  readonly kind: 'mouse' | 'keyboard'
  /** Presses a button, takes an entry, follows a link. */
  press(target: Locator): Promise<void>
  /** Replaces what is in a field. */
  fill(target: Locator, text: string): Promise<void>
}

export const mouse: Hand = {
  kind: 'mouse',
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
}

/** More stops than any screen has: what is not reached by then cannot be reached. */
const maxSteps = 250

/**
 * Walks to each control as a person without a mouse has to: Tab from stop to stop, arrows within a list, a menu or a
 * toolbar. Fails where no way leads there.
 */
export function createKeyboardHand(page: Page): Hand {
  const reach = async (target: Locator): Promise<void> => {
    await target.waitFor()
    const stops: string[] = []
    for (let step = 0; step < maxSteps; step += 1) {
      const next = await target.evaluate(nextStep)
      if (next.key === null) return
      // An arrow that moved nothing belongs to something else, such as the edge between two panes.
      const isStuck = next.key !== 'Tab' && stops.at(-1) === next.from
      stops.push(next.from)
      await page.keyboard.press(isStuck ? 'Tab' : next.key)
    }
    throw new Error(`no key leads to ${String(target)}; last came by ${stops.slice(-40).join(' | ')}`)
  }
  return {
    kind: 'keyboard',
    async press(target) {
      await reach(target)
      const takesSpace = await target.evaluate((element) =>
        element.matches('[type="checkbox"], [type="radio"], [role="switch"]'),
      )
      await page.keyboard.press(takesSpace ? 'Space' : 'Enter')
    },
    async fill(target, text) {
      await reach(target)
      await page.keyboard.press('Control+A')
      if (text === '') await page.keyboard.press('Delete')
      else await page.keyboard.type(text)
    },
  }
}

/** Runs in the page. The key that leads on from where the focus is; null where it has arrived. */
function nextStep(target: Element): { readonly key: string | null; readonly from: string } {
  const active = document.activeElement ?? document.body
  const from = `${active.tagName.toLowerCase()} ${active.getAttribute('aria-label') ?? active.textContent.slice(0, 30)}`
  const virtual = active.getAttribute('aria-activedescendant')
  if (active === target || (virtual !== null && virtual === target.id)) return { key: null, from }
  const isStop =
    target instanceof HTMLElement && target.tabIndex >= 0 && target.getAttribute('role') !== 'option'
  const controlled = active.getAttribute('aria-controls')
  if (controlled !== null && document.getElementById(controlled)?.contains(target)) {
    return { key: 'ArrowDown', from }
  }
  const around = active.closest(
    '[role="listbox"], [role="menu"], [role="grid"], [role="toolbar"], [role="tablist"], [role="radiogroup"], [role="region"], [role="list"], [role="navigation"], ul, nav, section',
  )
  if (isStop || !around?.contains(target)) return { key: 'Tab', from }
  const isAcross = around.matches('[role="toolbar"], [role="tablist"]')
  const isBehind = Boolean(active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING)
  if (isAcross) return { key: isBehind ? 'ArrowLeft' : 'ArrowRight', from }
  return { key: isBehind && virtual === null ? 'ArrowUp' : 'ArrowDown', from }
}
