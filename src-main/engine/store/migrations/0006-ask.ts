/** Questions and their answers, which stay on this device; spaces whose content never leaves it. */
export const askSchema = `
`
