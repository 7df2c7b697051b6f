/** Which versions of the protocol this program speaks, and how two sides agree on one. */
import { err, ok, type Result } from '../base/result.ts'

export interface VersionRange {
  readonly min: number
  readonly max: number
}

export const protocolVersions: VersionRange = { min: 1, max: 2 }

/** From this one on devices may say where in a document they point (SPEC.md [R6]). */
export const versionWithPoints = 2

/** Who has to be upgraded where two sides share no version. */
export type VersionMismatch = { readonly upgrade: 'program' | 'server' }

/** The newest version that both speak (SPEC.md [V2]). */
export function negotiate(program: VersionRange, server: VersionRange): Result<number, VersionMismatch> {
  const version = Math.min(program.max, server.max)
  if (version >= program.min && version >= server.min) return ok(version)
  return err({ upgrade: program.max < server.min ? 'program' : 'server' })
}
