/** WCAG 2.2 contrast of colours as tokens.css writes them. Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export interface Colour {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

/** Parses `#rrggbb` or `rgb(r g b / a%)`; anything else is undefined. */
export function parseColour(text: string): Colour | undefined {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim())
  if (hex) {
    const [, red = '', green = '', blue = ''] = hex
    return { red: parseInt(red, 16), green: parseInt(green, 16), blue: parseInt(blue, 16), alpha: 1 }
  }
  const rgb = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(text.trim())
  if (!rgb) return undefined
  return { red: Number(rgb[1]), green: Number(rgb[2]), blue: Number(rgb[3]), alpha: Number(rgb[4]) / 100 }
}

/** What is seen where a translucent colour lies on an opaque one. */
export function blend(top: Colour, bottom: Colour): Colour {
  const mix = (over: number, under: number): number => over * top.alpha + under * (1 - top.alpha)
  return {
    red: mix(top.red, bottom.red),
    green: mix(top.green, bottom.green),
    blue: mix(top.blue, bottom.blue),
    alpha: 1,
  }
}

/** Contrast ratio of two opaque colours, 1 to 21. */
export function contrastRatio(first: Colour, second: Colour): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Colour): number {
  const linear = (channel: number): number => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
}

/** The custom properties that a stylesheet sets under one selector, later blocks winning. */
export function readTokens(css: string, selector: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>()
  for (const block of css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const selectors = (block[1] ?? '').split(',').map((part) => part.trim())
    if (!selectors.includes(selector)) continue
    for (const rule of (block[2] ?? '').matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) {
      tokens.set(rule[1] ?? '', (rule[2] ?? '').trim())
    }
  }
  return tokens
}
