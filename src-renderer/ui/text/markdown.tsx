/**
 * People's texts. No HTML passes, no picture is fetched, links only as link-policy.ts allows. Plain text, which is most
 * of chat, never reaches the parser.
 */
import { Image } from 'lucide-react'
import { createContext, memo, use, type MouseEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { classNames } from '../class-names.ts'
import { Highlight } from './highlight.tsx'
import { allowedLink, isPlainText } from './link-policy.ts'
import { rehypeMarkWords, remarkLineBreaks } from './markdown-plugins.ts'
import './markdown.css'

export interface MarkdownProps {
  readonly text: string
  /** Search words to mark. */
  readonly highlight?: readonly string[]
  readonly className?: string
}

export const Markdown = memo(function Markdown({ text, highlight, className }: MarkdownProps): ReactNode {
  if (isPlainText(text)) {
    return (
      <div className={classNames('ui-markdown', className)}>
        <p className="ui-markdown-plain">
          <Highlight text={text} {...(highlight === undefined ? {} : { words: highlight })} />
        </p>
      </div>
    )
  }
  return (
    <div className={classNames('ui-markdown', className)}>
      <ReactMarkdown
        remarkPlugins={[[remarkGfm, { singleTilde: false }], remarkLineBreaks]}
        rehypePlugins={highlight && highlight.length > 0 ? [rehypeMarkWords(highlight)] : []}
        components={components}
        urlTransform={(url) => allowedLink(url) ?? ''}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
})

const LinkOpenerContext = createContext<((href: string) => void) | undefined>(undefined)

/** Who opens a link that is clicked: the shell for the web, the router for `outpost:`. Without one, the browser does. */
export const LinkOpener = LinkOpenerContext

const components: Components = {
  a: ({ href, children }) => <SafeLink href={href}>{children}</SafeLink>,
  img: ({ src, alt }) => <ImageLink src={typeof src === 'string' ? src : undefined} alt={alt} />,
  h1: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h2: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h3: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h4: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h5: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  h6: ({ children }) => <p className="ui-markdown-heading">{children}</p>,
  table: ({ children }) => (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key
    <div className="ui-markdown-table" tabIndex={0} role="group">
      <table>{children}</table>
    </div>
  ),
}

function SafeLink({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }): ReactNode {
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

function ImageLink({ src, alt }: { readonly src: string | undefined; readonly alt: string | undefined }): ReactNode {
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
