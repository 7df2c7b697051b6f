/**
 * Readies a document for the primitives under a CSP without `unsafe-inline`.
 *
 * React Aria adds one <style> element (touch-action for pressable elements) unless an element with this id exists. The
 * rule itself is in base.css, so a marker in its place keeps the console free of CSP reports.
 */
export function prepareDocument(target: Document): void {
  const markerId = 'react-aria-pressable-style'
  if (target.getElementById(markerId)) return
  const marker = target.createElement('meta')
  marker.id = markerId
  target.head.append(marker)
}
