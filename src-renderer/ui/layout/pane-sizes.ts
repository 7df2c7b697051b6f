/** The arithmetic of resizing, apart from pointers and keys. */
export interface PaneLimits {
  readonly minPx: number
  readonly maxPx: number
}

export function clampPane(sizePx: number, { minPx, maxPx }: PaneLimits): number {
  return Math.round(Math.min(Math.max(minPx, maxPx), Math.max(minPx, sizePx)))
}

/** Pulled well below its least width, a pane snaps shut, as in VS Code. */
export function isPulledShut(sizePx: number, { minPx }: PaneLimits): boolean {
  return sizePx < minPx / 2
}

/**
 * The size that a key asks for, or undefined for other keys.
 * @param side on which side of the separator the pane lies: an arrow moves the separator, not the size
 * @param flow -1 where lines run to the left: what lies before the separator is on its right there
 */
export function paneSizeForKey(
  key: string,
  isLargeStep: boolean,
  sizePx: number,
  limits: PaneLimits,
  side: 'before' | 'after',
  flow: 1 | -1 = 1,
): number | undefined {
  const step = (isLargeStep ? 64 : 16) * (side === 'before' ? 1 : -1) * flow
  if (key === 'ArrowRight') return clampPane(sizePx + step, limits)
  if (key === 'ArrowLeft') return clampPane(sizePx - step, limits)
  if (key === 'Home') return limits.minPx
  if (key === 'End') return limits.maxPx
  return undefined
}
