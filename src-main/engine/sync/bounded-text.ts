/** Reads an answer as text, and no more of it than it may have: a server that is not what it says could send for ever. */

/** Far more than any answer of a server of ours; lists are paged. */
const maxAnswerBytes = 16 * 1024 * 1024

/** Throws where there is more, and lets go of the connection then. */
export async function boundedText(
  { body }: { readonly body: AsyncIterable<Uint8Array> | null },
  maxBytes = maxAnswerBytes,
): Promise<string> {
  if (!body) return ''
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  // Leaving the loop, by whichever way, cancels the stream.
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new Error('the answer is too long')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
