/**
 * People's texts. No HTML passes, no picture is fetched, links only as link-policy.ts allows. Plain text, which is most
 * of chat, never reaches the parser.
 */
import { Image, Square, SquareCheck } from 'lucide-react'
import { createContext, Fragment, memo, use, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { classNames } from '../class-names.ts'
import { Highlight } from './highlight.tsx'
import { TableBox } from '../layout/scroll-box.tsx'
import { allowedLink, isPlainText } from './link-policy.ts'
import { rehypeMarkWords, rehypeReferences, remarkLineBreaks } from './markdown-plugins.ts'
import { findPlaceLinks } from './place-links.ts'
import { splitByRanges, type TextRange } from './word-ranges.ts'
import './markdown.css'

export interface MarkdownProps {
  readonly text: string
  /** Search words to mark. */
  readonly highlight?: readonly string[]
  /** People, tickets and the like that a text names. Keep it the same object while it finds the same. */
  readonly references?: MarkdownReferences
  readonly className?: string
}

export interface MarkdownReferences {
  /** Where they stand in a piece of running text, in order and apart. */
  readonly find: (text: string) => readonly TextRange[]
  /** Draws one of them. */
  readonly render: (text: string) => ReactNode
}

export const Markdown = memo(function Markdown(props: MarkdownProps): ReactNode {
  const { text, highlight, className } = props
  const references = findPlaceLinks(text).length > 0 ? withPlaces(props.references) : props.references
  const found = references?.find(text) ?? []
  if (isPlainText(found.length === 0 ? text : blank(text, found))) {
    return (
      <div className={classNames('ui-markdown', className)} dir="auto">
        <p className="ui-markdown-plain">
          {splitByRanges(text, found).map((piece, index) =>
            piece.isMarked ? (
              <Fragment key={index}>{references?.render(piece.text)}</Fragment>
            ) : (
              <Highlight
                key={index}
                text={piece.text}
                {...(highlight === undefined ? {} : { words: highlight })}
              />
            ),
          )}
        </p>
      </div>
    )
  }
  return (
    <div className={classNames('ui-markdown', className)} dir="auto">
      <ReactMarkdown
        remarkPlugins={[[remarkGfm, { singleTilde: false }], remarkLineBreaks]}
        rehypePlugins={[
          ...(references ? [rehypeReferences(references.find)] : []),
          ...(highlight && highlight.length > 0 ? [rehypeMarkWords(highlight)] : []),
        ]}
        components={references ? { ...components, span: referenceSpan(references) } : components}
        urlTransform={(url) => allowedLink(url) ?? ''}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
})

/** Links to places are references, too, in every text. */
function withPlaces(others: MarkdownReferences | undefined): MarkdownReferences {
  return {
    find: (text) =>
      [...findPlaceLinks(text), ...(others?.find(text) ?? [])].sort(([one], [other]) => one - other),
    render: (text) =>
      findPlaceLinks(text).length > 0 ? <SafeLink href={text}>{text}</SafeLink> : others?.render(text),
  }
}

/** The text without its references, to see whether the rest is plain. */
function blank(text: string, ranges: readonly TextRange[]): string {
  return splitByRanges(text, ranges)
    .map((piece) => (piece.isMarked ? 'x' : piece.text))
    .join('')
}

function referenceSpan({ render }: MarkdownReferences): NonNullable<Components['span']> {
  return ({ node, children }) => {
    const text = node?.properties['dataReference']
    return typeof text === 'string' ? render(text) : <span>{children}</span>
  }
}

const LinkOpenerContext = createContext<((href: string) => void) | undefined>(undefined)

/** Who opens a link that is clicked: the shell for the web, the router for `outpost:`. Without one, the browser does. */
export const LinkOpener = LinkOpenerContext

const components: Components = {
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
  img: ({ src, alt }) => <ImageLink src={typeof src === 'string' ? src : undefined} alt={alt} />,
  input: ({ checked }) => <TaskMark isDone={checked === true} />,
  h1: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h2: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h3: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h4: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h5: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h6: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  table: ({ children }) => <TableBox className="ui-markdown-table">{children}</TableBox>,
}

/** `- [x]` in a text says how things stand; it is no control. */
function TaskMark({ isDone }: { readonly isDone: boolean }): ReactNode {
  const { t } = useTranslation('ui')
  const Icon = isDone ? SquareCheck : Square
  return (
    <Icon className="ui-markdown-task" role="img" aria-label={isDone ? t('task.done') : t('task.open')} />
  )
}

/** A link as far as the policy allows it, opened as `LinkOpener` says; else its words alone. */
export function SafeLink({
  href,
  children,
}: {
  readonly href: string | undefined
  readonly children: ReactNode
}): ReactNode {
  const open = use(LinkOpenerContext)
  const safe = allowedLink(href)
  if (safe === undefined) return children
  const follow = (event: MouseEvent): void => {
    if (!open) return
    event.preventDefault()
    open(safe)
  }
  return (
    <a href={safe} title={safe} target="_blank" rel="noreferrer noopener" onClick={follow}>
      {children}
    </a>
  )
}

function ImageLink({
  src,
  alt,
}: {
  readonly src: string | undefined
  readonly alt: string | undefined
}): ReactNode {
  const { t } = useTranslation('ui')
  const words = alt ? t('image', { name: alt }) : t('imageUnnamed')
  return (
    <SafeLink href={src}>
      <span className="ui-markdown-image">
        <Image aria-hidden />
        {words}
      </span>
    </SafeLink>
  )
}
