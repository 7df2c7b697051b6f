import fs from 'node:fs'
import path from 'node:path'

/** What is left of a folder when its process dies: all but the lock, and the journal's index, which is made anew. */
export function copyFolder(from: string, to: string): void {
  fs.cpSync(from, to, {
    recursive: true,
    filter: (file) => !path.basename(file).includes('lock') && !file.endsWith('-shm'),
  })
}
