/** Pictures that a window may show: formats of pixels only, never of markup or script (no SVG, no HTML, no PDF). */
const pictureTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

/** @param type as the content says, not as somebody claims */
export const isPictureType = (type: string): boolean => pictureTypes.includes(type)
