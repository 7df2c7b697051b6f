/** What of a page is out of reach: beyond the sides of the window, or makes all of it scroll sideways. */
import type { Page } from 'playwright-core'

export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const wide =
      scrollWidth > clientWidth || document.body.scrollWidth > document.body.clientWidth ? ['the page'] : []
    const controls = [
      ...document.querySelectorAll('button, input, textarea, [role="option"], [role="tab"], h1, h2'),
    ]
    const beyond = controls
      .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        return width > 1 && (right > innerWidth + 1 || left < -1)
      })
      .map(
        (element) =>
          `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`,
      )
    return [...wide, ...beyond]
  })
}
