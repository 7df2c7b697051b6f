/** EML: who wrote whom when, the text, and what hung on it by name. Of two versions of the text the plain one is read. */
import PostalMime from 'postal-mime'
import { parseHtml } from './html.ts'
import type { Parsed, Parsing } from './parsing.ts'
import { parsePlainText } from './plain-text.ts'

export async function parseEml(bytes: Buffer, { sink }: Parsing): Promise<Parsed> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 1024 ** 2 })
  const subject = mail.subject ?? ''
  const text = mail.text ?? ''
  const html = mail.html ?? ''
  sink.add({ kind: 'heading', level: 1, text: subject })
  const parties = [
    mail.from && nameOf(mail.from),
    [...(mail.to ?? []), ...(mail.cc ?? [])].map((party) => nameOf(party)).join(', '),
  ].filter((part) => part !== undefined && part !== '')
  const date = mail.date?.slice(0, 16).replace('T', ' ') ?? ''
  sink.add({ kind: 'paragraph', text: [parties.join(' → '), date].filter((part) => part !== '').join(', ') })
  if (text.trim() !== '') parsePlainText([text], sink)
  else if (html !== '') parseHtml(html, sink)
  for (const { filename } of mail.attachments)
    if (filename) sink.add({ kind: 'item', level: 1, text: filename })
  return { title: subject, pages: null }
}

function nameOf({
  name,
  address,
}: {
  readonly name?: string
  readonly address?: string | undefined
}): string {
  const called = name ?? ''
  return called === '' ? (address ?? '') : address ? `${called} <${address}>` : called
}
