/** What was kept of an article, what has changed since, and the way back to it. */
import { History } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDetail, ArticleVersionRow } from '#shared/contract/articles.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useLiveQuery } from '../../../state/live.ts'
import { usePeople } from '../../../state/people.ts'
import { Button, Dialog, EmptyState, RelativeTime } from '../../../ui/index.ts'
import { restoreVersion, saveVersion } from '../article-actions.ts'
import { setKnowledge, useKnowledge } from '../knowledge-state.ts'
import type { InlineFile } from '#shared/model/article/article-node.ts'
import { diffContent, isUnchanged, type DiffLine } from '../model/content-diff.ts'
import './dialogs.css'

export function VersionsDialog(): ReactNode {
  const articleId = useKnowledge((state) => state.versions)
  const { meta: article } = useLiveQuery('article.get', articleId === null ? null : { articleId })
  return articleId !== null && article ? <OpenDialog key={articleId} article={article} /> : null
}

function OpenDialog({ article }: { readonly article: ArticleDetail }): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const { status, rows } = useLiveQuery('article.versions', { articleId: article.id })
  const [chosen, setChosen] = useState<ArticleVersionRow | null>(null)
  const version = rows.find(({ key }) => key === chosen?.key) ?? rows[0]
  const close = (): void => setKnowledge({ versions: null })
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      size="large"
      title={t('versions.title')}
      actions={
        <>
          <Button onPress={() => void saveVersion(article.id)}>{t('versions.save')}</Button>
          {version ? (
            <Button
              variant="primary"
              onPress={() => {
                void restoreVersion(article.id, version.key).then((isDone) => isDone && close())
              }}
            >
              {t('versions.restore')}
            </Button>
          ) : null}
        </>
      }
    >
      {status === 'ready' && rows.length === 0 ? (
        <EmptyState
          isCompact
          icon={<History aria-hidden />}
          title={t('versions.none')}
          text={t('versions.noneText')}
        />
      ) : (
        <div className="article-versions">
          <ul className="article-versions-list" aria-label={t('versions.title')}>
            {rows.map((row) => (
              <li key={row.key}>
                <VersionButton
                  row={row}
                  isChosen={row.key === version?.key}
                  onChoose={() => setChosen(row)}
                />
              </li>
            ))}
          </ul>
          {version ? <Difference key={version.key} article={article} version={version} /> : null}
        </div>
      )}
    </Dialog>
  )
}

function VersionButton({
  row,
  isChosen,
  onChoose,
}: {
  readonly row: ArticleVersionRow
  readonly isChosen: boolean
  readonly onChoose: () => void
}): ReactNode {
  const { t } = useTranslation('common')
  const people = usePeople()
  const author = row.authorId === null ? undefined : people.get(row.authorId)
  return (
    <button type="button" className="article-version" aria-pressed={isChosen} onClick={onChoose}>
      <RelativeTime atMs={row.at} />
      <span className="article-version-by ui-truncate" dir="auto">
        {author?.name ?? t('unknownPerson')}
      </span>
      {row.note === '' ? null : (
        <span className="article-version-note ui-truncate" dir="auto">
          {row.note}
        </span>
      )}
    </button>
  )
}

function Difference({
  article,
  version,
}: {
  readonly article: ArticleDetail
  readonly version: ArticleVersionRow
}): ReactNode {
  const { t } = useTranslation('knowledge')
  const formats = useFormats()
  const { meta } = useLiveQuery('article.version', { articleId: article.id, versionId: version.key })
  const lines = useMemo(() => {
    // With its size, since pictures out of the clipboard all have one name.
    const nameOf = ({ type, name, size, alt }: InlineFile): string =>
      t(`versions.${type}`, { name: alt || name, size: formats.bytes(size) })
    return meta ? diffContent(meta, article, nameOf) : null
  }, [meta, article, t, formats])
  if (!lines) return null
  return (
    <div
      className="article-diff"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
      tabIndex={0}
      role="region"
      aria-label={t('versions.difference')}
      lang={article.language}
    >
      <p className="article-diff-note">
        {isUnchanged(lines) ? t('versions.same') : t('versions.since', { when: formats.exact(version.at) })}
      </p>
      {lines.map((line, index) => (
        <DiffText key={index} line={line} />
      ))}
    </div>
  )
}

function DiffText({ line }: { readonly line: DiffLine }): ReactNode {
  const { t } = useTranslation('knowledge')
  if (line.type === 'skipped') {
    return <p className="article-diff-skipped">{t('versions.skipped', { count: line.count })}</p>
  }
  return (
    <p className="article-diff-line" data-level={line.isHeading ? 'heading' : 'text'}>
      {line.parts.map((part, index) =>
        part.kind === 'same' ? (
          <span key={index}>{part.text}</span>
        ) : part.kind === 'added' ? (
          <ins key={index}>{part.text}</ins>
        ) : (
          <del key={index}>{part.text}</del>
        ),
      )}
    </p>
  )
}
