/**
 * A disk of a few megabytes, to fill it up or to make it read-only as no permission can (root may write everywhere).
 * Only on Linux as root; elsewhere null, and the tests that need it say that they were skipped.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface SmallDisk {
  readonly mount: (folder: string, sizeBytes: number) => void
  readonly setReadOnly: (folder: string, isReadOnly: boolean) => void
  readonly unmount: (folder: string) => void
}

export function smallDisk(): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const disk: SmallDisk = {
    mount(folder, sizeBytes) {
      mkdirSync(folder, { recursive: true })
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder], { stdio: 'pipe' })
    },
    setReadOnly(folder, isReadOnly) {
      execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder], { stdio: 'pipe' })
    },
    // Lazily: a process that is just ending may still hold a file.
    unmount: (folder) => void execFileSync('umount', ['-l', folder], { stdio: 'pipe' }),
  }
  return canMount(disk) ? disk : null
}

/** A container may be root without the right to mount. */
function canMount(disk: SmallDisk): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'outpost-mount-'))
  try {
    disk.mount(folder, 65_536)
    disk.unmount(folder)
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
