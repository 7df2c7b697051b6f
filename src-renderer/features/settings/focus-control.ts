const controls = 'input:not([type=file]), button, select, textarea, a[href], [tabindex="0"]'
/** A control that waits for the engine is drawn a moment later. */
const patienceMs = 2_000

/**
 * Puts the keyboard on the first control of a setting, or on its name for as long as there is none.
 * @param onDone it has the focus, or somebody has gone elsewhere meanwhile
 * @returns stops waiting
 */
export function focusControl(row: HTMLElement, onDone: () => void): () => void {
  const find = (): HTMLElement | undefined =>
    [...row.querySelectorAll<HTMLElement>(`.setting-control :is(${controls})`)].find(
      (element) => !element.matches(':disabled, [aria-hidden="true"] *') && element.checkVisibility(),
    )
  const heading = row.querySelector<HTMLElement>('h3')
  const first = find()
  if (first) {
    first.focus()
    onDone()
    return () => undefined
  }
  heading?.focus()
  const stop = (): void => {
    observer.disconnect()
    clearTimeout(timer)
  }
  const observer = new MutationObserver(() => {
    const control = find()
    if (!control) return
    stop()
    if (document.activeElement === heading) control.focus()
    onDone()
  })
  const timer = setTimeout(() => {
    stop()
    onDone()
  }, patienceMs)
  observer.observe(row, { childList: true, subtree: true })
  return stop
}
