/** The list of files by what they were added with. */
import type { LibraryFile, LibraryRoot } from '#shared/contract/library.ts'

export type LibraryListRow =
  | { readonly type: 'root'; readonly key: string; readonly name: string; readonly path: string }
  | { readonly type: 'file'; readonly key: LibraryFile['key']; readonly file: LibraryFile }

/** The last part of a path of any system; all of it where there is no part. */
export function nameOfPath(path: string): string {
  return /[^/\\]+(?=[/\\]*$)/.exec(path)?.[0] ?? path
}

/** Files in the order they come in, which is that of the roots; roots without any of them are left out. */
export function libraryListRows(
  roots: readonly LibraryRoot[],
  files: readonly LibraryFile[],
): LibraryListRow[] {
  const byRoot = new Map<string, LibraryFile[]>()
  for (const file of files) {
    const known = byRoot.get(file.rootId)
    if (known) known.push(file)
    else byRoot.set(file.rootId, [file])
  }
  return roots.flatMap((root): LibraryListRow[] => {
    const own = byRoot.get(root.key) ?? []
    const rows = own.map((file) => ({ type: 'file', key: file.key, file }) as const)
    // A single file is its own heading.
    if (root.kind === 'file' || rows.length === 0) return rows
    return [{ type: 'root', key: `root-${root.key}`, name: nameOfPath(root.path), path: root.path }, ...rows]
  })
}

/** The next or previous file; the first where none is open. */
export function stepFile(
  rows: readonly LibraryListRow[],
  openId: string | null,
  by: 1 | -1,
): LibraryFile | null {
  const files = rows.flatMap((row) => (row.type === 'file' ? [row.file] : []))
  const at = files.findIndex(({ key }) => key === openId)
  return (at < 0 ? files[0] : files[at + by]) ?? null
}
