/** Looks again and again until what it looks for is there. Ends with a sentence where it does not come. */
const limitMs = 30_000
const pauseMs = 60

export async function until<T>(what: string, look: () => T | null | Promise<T | null>): Promise<T> {
  const end = Date.now() + limitMs
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (Date.now() > end) throw new Error(`${what} did not come in ${String(limitMs / 1000)} s`)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}
