/** DOCX: by its styles into headings, lists and tables. Pictures in it are not looked at. */
import mammoth from 'mammoth'
import { SkipError } from '../parsed-file.ts'
import { parseHtml } from './html.ts'
import type { Parsed, Parsing } from './parsing.ts'
import { checkZip } from './zip-check.ts'

/** German Word calls its styles by other names; what the title is called is a heading too. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Titel'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Untertitel'] => h2:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => {
    const number = String(level)
    return [`p[style-name='Überschrift ${number}'] => h${number}:fresh`]
  }),
]

export async function parseDocx(bytes: Buffer, { job, sink }: Parsing): Promise<Parsed> {
  const names = await checkZip(bytes, job.limits)
  if (!names.some((name) => name.toLowerCase() === 'word/document.xml')) throw new SkipError('broken')
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      styleMap: styles,
      includeEmbeddedStyleMap: false,
      // A document must not make us open files that it names.
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  )
  parseHtml(value, sink)
  return { title: '', pages: null }
}
