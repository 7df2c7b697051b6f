/**
 * Keys of providers. They live in memory here and in the shell's secrets: never in the store, in logs or in an answer over
 * the bridge.
 */
export interface ProviderKeys {
  get(providerId: string): string | null
  /** Null takes it away. */
  set(providerId: string, key: string | null): void
}

/**
 * @param first as the shell has kept it: what `keep` was told last
 * @param keep told everything there is to keep, as one text; null where there is nothing
 */
export function createProviderKeys(
  first: string | null,
  keep: (secret: string | null) => void,
): ProviderKeys {
  const keys = new Map(parse(first))
  return {
    get: (providerId) => keys.get(providerId) ?? null,
    set(providerId, key) {
      if (key === null ? !keys.delete(providerId) : keys.get(providerId) === key) return
      if (key !== null) keys.set(providerId, key)
      keep(keys.size === 0 ? null : JSON.stringify([...keys]))
    },
  }
}

function parse(secret: string | null): [string, string][] {
  if (secret === null) return []
  try {
    const value: unknown = JSON.parse(secret)
    return Array.isArray(value) ? value.filter(isPair) : []
  } catch {
    return []
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string')
}
