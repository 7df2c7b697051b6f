/**
 * Leaves out what an email carries along and nobody wrote for this message: the quoted mail below, and the signature.
 * Only where it is obvious; a text that would be empty without stays as it is.
 */
const headsOfQuotes = [
  /^-{2,} ?(?:original message|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht) ?-{2,}$/i,
  /^(?:am|on) .{4,120} (?:schrieb|wrote)\b.{0,80}:$/i,
  /^_{20,}$/,
]
const greeting =
  /^(?:mit (?:freundlichen|besten|vielen|herzlichen) grüßen|mit freundlichem gruß|(?:viele|beste|freundliche|liebe|herzliche) grüße|mfg|(?:best|kind|warm) regards|regards|yours sincerely|sincerely|cheers)[,.!]?$/i
/** Nobody signs with more than that. */
const maxSignatureLines = 12

export function withoutMailTail(text: string): string {
  const lines = text.split('\n')
  let end = lines.findIndex(
    (line, index) => index > 0 && beginsQuote(line.trim(), lines[index + 1]?.trim() ?? ''),
  )
  if (end < 0) end = lines.length
  while (end > 0 && isQuotedOrEmpty(lines[end - 1] ?? '')) end--
  const signature = lines.findIndex(
    (line, index) =>
      index > 0 && index < end && (line === '-- ' || line === '--') && end - index <= maxSignatureLines,
  )
  if (signature > 0) end = signature
  else {
    const farewell = lines.findLastIndex((line, index) => index < end && greeting.test(line.trim()))
    if (farewell > 0 && end - farewell <= maxSignatureLines) end = farewell
  }
  const kept = lines.slice(0, end).join('\n').trim()
  return kept === '' ? text.trim() : kept
}

function beginsQuote(line: string, next: string): boolean {
  if (headsOfQuotes.some((head) => head.test(line))) return true
  // The heads of the mail below, as Outlook sets them.
  return /^(?:von|from): \S/i.test(line) && /^(?:gesendet|sent|datum|date): \S/i.test(next)
}

function isQuotedOrEmpty(line: string): boolean {
  const start = line.trimStart()
  return start === '' || start.startsWith('>')
}
