/**
 * What a file is, by its content; what the one who sent it says counts for nothing. Text has no mark to know it by; it
 * is served like what nobody knows.
 */
export async function sniffType(file: string): Promise<string> {
  try {
    // With its own parsers it takes longer to load than the rest of the server; many servers never see a file.
    const { fileTypeFromFile } = await import('file-type')
    return (await fileTypeFromFile(file))?.mime ?? 'application/octet-stream'
  } catch {
    // A file that begins like a format and is broken behind it: the parser gives up, and so do we.
    return 'application/octet-stream'
  }
}
