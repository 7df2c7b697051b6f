/** What a file is, by its content; what the one who sent it says counts for nothing. */
import { fileTypeFromFile } from 'file-type'

/** Text has no mark to know it by; it is served like what nobody knows. */
export async function sniffType(file: string): Promise<string> {
  try {
    return (await fileTypeFromFile(file))?.mime ?? 'application/octet-stream'
  } catch {
    // A file that begins like a format and is broken behind it: the parser gives up, and so do we.
    return 'application/octet-stream'
  }
}
