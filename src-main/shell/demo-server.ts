/** The server that was started with the demo, as the start script names it in the environment. */
import type { HostOptions } from '#shared/contract/host.ts'

/** @param text JSON; anything else counts as none */
export function parseDemoServer(text: string | undefined): HostOptions['demoServer'] {
  if (text === undefined) return null
  try {
    const { address, code, password } = JSON.parse(text) as Record<string, unknown>
    if (typeof address !== 'string' || typeof code !== 'string' || typeof password !== 'string') return null
    return { address, code, password }
  } catch {
    return null
  }
}
