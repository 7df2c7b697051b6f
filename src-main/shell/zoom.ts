/** How large the page is: in steps, as browsers do it, from half to three times. Pure. */
export const zoomSteps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const
export const smallestZoom = 0.5
export const largestZoom = 3

export type ZoomDirection = 'in' | 'out' | 'reset'

/** The next step; the same where there is none further. A factor between two steps goes to the next of them. */
export function nextZoom(factor: number, direction: ZoomDirection): number {
  // What Chromium gives back is not exactly what it was given.
  const tolerance = 0.005
  if (direction === 'reset') return 1
  if (direction === 'in') return zoomSteps.find((step) => step > factor + tolerance) ?? largestZoom
  return zoomSteps.findLast((step) => step < factor - tolerance) ?? smallestZoom
}
