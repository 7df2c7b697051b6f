import { readdir, lstat } from 'node:fs/promises'
import path from 'node:path'
import type { FolderSize } from '#shared/contract/diagnostics.ts'

/** More are not counted: nobody waits minutes for a size. */
const usualMax = 20_000

/** What lies in a folder and below it. Follows no links; what cannot be read counts as nothing. */
export async function measureFolder(folder: string, maxFiles = usualMax): Promise<FolderSize> {
  const waiting = [folder]
  let bytes = 0
  let files = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const place = path.join(next, entry.name)
      if (entry.isDirectory()) {
        waiting.push(place)
      } else if (entry.isFile()) {
        if (files >= maxFiles) return { bytes, files, isPartial: true }
        files += 1
        bytes += await lstat(place).then(
          ({ size }) => size,
          () => 0,
        )
      }
    }
  }
  return { bytes, files, isPartial: false }
}
