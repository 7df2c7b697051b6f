/**
 * Functions that run in the window, to see what a language does to it: text that is cut off or lies over other text,
 * sentences that come from no catalogue. Whole, since they are sent there as their source.
 */

/** What is cut off without a sign or a way to read it, and what lies over something else. */
export function findCutText(): string[] {
  const found: string[] = []
  const describe = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class')?.split(' ').join('.') ?? ''} "${element.textContent.trim().slice(0, 60)}"`
  const isShown = (element: Element): boolean => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1
  }
  const ownText = (element: Element): boolean =>
    [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== '')
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll'

  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!ownText(element) || !isShown(element)) continue
    if (element.closest('[aria-hidden="true"], .ui-visually-hidden, svg, code, pre')) continue
    const style = getComputedStyle(element)
    // 1. Wider than itself, and what is beyond is not to be seen.
    const isClipped = style.overflowX === 'hidden' || style.overflowX === 'clip'
    if (isClipped && element.scrollWidth > element.clientWidth + 1) {
      const isMarked = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      if (!isMarked) found.push(`cut: ${describe(element)}`)
    }
    if (
      isClipped &&
      element.scrollHeight > element.clientHeight + 2 &&
      style.webkitLineClamp === 'none' &&
      style.whiteSpace !== 'nowrap'
    )
      found.push(`cut below: ${describe(element)}`)
    // 2. Letters beyond an ancestor that hides what is beyond it.
    // Its own letters, not those of what is inside it, some of which are only read out.
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3)
    const boxes = own.flatMap((node) => {
      const range = document.createRange()
      range.selectNodeContents(node)
      return [...range.getClientRects()].filter(({ width }) => width > 0)
    })
    const text = {
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      width: boxes.length,
    }
    if (boxes.length === 0) continue
    for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
      const outer = getComputedStyle(up)
      if (scrolls(outer.overflowX) || scrolls(outer.overflowY)) break
      if (style.textOverflow === 'ellipsis' && isClipped) break
      if (outer.overflowX !== 'hidden' && outer.overflowX !== 'clip') continue
      if (outer.textOverflow === 'ellipsis' || outer.webkitLineClamp !== 'none') break
      const box = up.getBoundingClientRect()
      if (text.right > box.right + 1 || text.left < box.left - 1)
        found.push(`beyond ${describe(up).slice(0, 60)}: ${describe(element)}`)
      break
    }
    // 3. Beyond the window.
    if (text.width > 0 && (text.right > innerWidth + 1 || text.left < -1)) {
      let isScrolled = false
      for (let up: Element | null = element; up; up = up.parentElement) {
        const { overflowX } = getComputedStyle(up)
        if (overflowX !== 'visible') isScrolled = true
      }
      if (!isScrolled) found.push(`beyond the window: ${describe(element)}`)
    }
    // 4. A button's words beyond the button.
    const button = element.closest(
      'button, [role="button"], [role="tab"], [role="option"], [role="menuitem"]',
    )
    if (button && style.textOverflow !== 'ellipsis') {
      const box = button.getBoundingClientRect()
      if (text.right > box.right + 1 || text.left < box.left - 1)
        found.push(`beyond its button: ${describe(element)}`)
    }
  }
  // 5. Controls that lie over each other.
  const controls = [
    ...document.body.querySelectorAll<HTMLElement>(
      'main button, nav button, [role="dialog"] button, main h1, main h2',
    ),
  ].filter((element) => isShown(element) && !element.closest('.ui-visually-hidden, [role="toolbar"]'))
  for (const [index, first] of controls.entries()) {
    const a = first.getBoundingClientRect()
    for (const second of controls.slice(index + 1)) {
      if (first.contains(second) || second.contains(first) || first.parentElement !== second.parentElement)
        continue
      const b = second.getBoundingClientRect()
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (across > 3 && down > 3) found.push(`over each other: ${describe(first)} and ${describe(second)}`)
    }
  }
  return [...new Set(found)]
}

/**
 * Text of the interface, and where it stands, to be compared with what the catalogues hold.
 * @param data a selector of what people wrote
 */
export function collectTexts(data: string): { text: string; where: string }[] {
  const found: { text: string; where: string }[] = []
  const where = (element: Element | null): string => {
    const parts: string[] = []
    for (let up = element; up && parts.length < 3; up = up.parentElement)
      parts.unshift(`${up.tagName.toLowerCase()}.${up.getAttribute('class')?.split(' ')[0] ?? ''}`)
    return parts.join(' ')
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent?.checkVisibility() || parent.closest(data)) continue
    const text = (node.textContent ?? '').trim()
    if (text !== '') found.push({ text, where: where(parent) })
  }
  for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (element.matches(data)) continue
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const text = element.getAttribute(name)?.trim() ?? ''
      if (text !== '') found.push({ text, where: `${where(element)}@${name}` })
    }
  }
  return found
}

/** Boxes that stand where they stood before everything turned round. */
export function readLayout(): { rail: number; list: number; context: number; width: number; dir: string } {
  const centre = (selector: string): number => {
    const boxes = [...document.querySelectorAll(selector)].map((each) => each.getBoundingClientRect())
    const box = boxes.find(({ width }) => width > 0)
    return box ? box.left + box.width / 2 : -1
  }
  return {
    rail: centre('nav'),
    list: centre('.ui-frame-list'),
    context: centre('.ui-frame-context'),
    width: innerWidth,
    dir: document.documentElement.dir,
  }
}
