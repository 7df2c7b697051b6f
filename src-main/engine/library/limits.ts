/** How much of what people add is looked through and read. docs/knowledge.md tells them; tests lower them. */

const mebibyte = 1024 ** 2

/** Of one file; the worker keeps to them. */
export interface ParseLimits {
  /** Of a text (also Markdown and CSV) the beginning is read; the rest is left out. */
  readonly textBytes: number
  /** Markdown and HTML beyond it are read as plain text: their trees would take too much memory. */
  readonly markupBytes: number
  /** PDF, DOCX, XLSX, EML, HTML: larger ones are skipped, as none of them can be read from the front. */
  readonly documentBytes: number
  readonly pictureBytes: number
  readonly picturePixels: number
  /** What a packed document (DOCX, XLSX) comes to when it is unpacked. */
  readonly unpackedBytes: number
  /** Of that, its text parts: each becomes a tree in memory. */
  readonly unpackedPartBytes: number
  readonly pages: number
  /** Pages without text whose picture is read; it takes seconds each. */
  readonly scannedPages: number
  /** UTF-16 code units of all blocks. */
  readonly characters: number
  readonly blocks: number
  /** A file is given up after this. Pages are no longer begun after two thirds of it. */
  readonly deadlineMs: number
}

export interface LibraryLimits extends ParseLimits {
  readonly filesARoot: number
  /** Entries of folders that are looked at for one root, files that are left out included. */
  readonly entriesARoot: number
  readonly folderDepth: number
  /** A root with more folders is not watched but looked through now and then. */
  readonly watchedFolders: number
  /** Of the parser's thread. */
  readonly memoryMiB: number
}

export const libraryLimits: LibraryLimits = {
  textBytes: 16 * mebibyte,
  markupBytes: mebibyte,
  documentBytes: 100 * mebibyte,
  pictureBytes: 50 * mebibyte,
  picturePixels: 50_000_000,
  unpackedBytes: 256 * mebibyte,
  unpackedPartBytes: 64 * mebibyte,
  pages: 1_000,
  scannedPages: 50,
  characters: 10_000_000,
  blocks: 100_000,
  deadlineMs: 180_000,
  filesARoot: 20_000,
  entriesARoot: 500_000,
  folderDepth: 40,
  watchedFolders: 4_000,
  memoryMiB: 512,
}
