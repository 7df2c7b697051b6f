/** A variable of the environment; undefined where it is not set or empty. */
export function environment(name: string): string | undefined {
  const value = process.env[name]
  return value === '' ? undefined : value
}
