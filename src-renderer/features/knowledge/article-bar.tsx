/** The bar over an article: where it is, its languages, and what can be done with it. */
import {
  Archive,
  ArchiveRestore,
  Check,
  Ellipsis,
  FileDown,
  History,
  Languages,
  Link,
  PencilLine,
  Printer,
  Send,
  Settings2,
  Undo2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleDetail, LinkedArticleRow } from '#shared/contract/articles.ts'
import { ContextToggle, ListToggle } from '../../app/area-layout.tsx'
import { OwnWindowItem } from '../../app/own-window.tsx'
import { useLiveQuery } from '../../state/live.ts'
import { navigate } from '../../state/navigation.ts'
import { useShortcutKeys } from '../../state/shortcuts.ts'
import {
  Button,
  IconButton,
  Kbd,
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  useFrameMode,
} from '../../ui/index.ts'
import { copyArticleLink, printArticle, setArchived, setPublished } from './article-actions.ts'
import { setKnowledge, useKnowledge } from './knowledge-state.ts'

export interface ArticleBarProps {
  readonly article: ArticleDetail
  readonly isEditing: boolean
}

export function ArticleBar({ article, isEditing }: ArticleBarProps): ReactNode {
  const { t } = useTranslation('knowledge')
  const editKeys = useShortcutKeys('knowledge.edit')
  const place = [article.category || t('uncategorised'), article.section].filter((name) => name !== '')
  return (
    <header className="article-bar">
      <ListToggle area="knowledge" />
      <span className="article-place ui-truncate" dir="auto">
        {place.join(' / ')}
      </span>
      {article.pending ? (
        <span className="article-pending" title={t('pending')}>
          <span className="ui-visually-hidden">{t('pending')}</span>
        </span>
      ) : null}
      <span className="article-gap" />
      <LanguageMenu article={article} />
      {article.state === 'draft' ? (
        <Button size="small" icon={<Send aria-hidden />} onPress={() => void setPublished(article, true)}>
          {t('action.publish')}
        </Button>
      ) : null}
      {isEditing ? (
        <Button
          size="small"
          variant="primary"
          icon={<Check aria-hidden />}
          onPress={() => setKnowledge({ editing: null })}
        >
          {t('action.done')}
        </Button>
      ) : article.state === 'archived' ? null : (
        <Button
          size="small"
          icon={<PencilLine aria-hidden />}
          onPress={() => setKnowledge({ editing: article.id })}
          {...(editKeys === undefined ? {} : { trailing: <Kbd keys={editKeys} /> })}
        >
          {t('action.edit')}
        </Button>
      )}
      <MoreMenu article={article} />
      <ContextToggle area="knowledge" />
    </header>
  )
}

/** Every language of the article: to read in its place, to put beside it, or to write where it is missing. */
function LanguageMenu({ article }: { readonly article: ArticleDetail }): ReactNode {
  const { t } = useTranslation('knowledge')
  const { rows } = useLiveQuery('article.languages', { articleId: article.id })
  const beside = useKnowledge((state) => state.beside)
  const mode = useFrameMode()
  const others = rows.filter(({ key }) => key !== article.id)
  const missing = (['de', 'en'] as const).filter(
    (language) => language !== article.language && !others.some((other) => other.language === language),
  )
  const name = ({ language, state }: LinkedArticleRow): string =>
    state === 'draft' ? `${t(`languages.${language}`)} · ${t('draft')}` : t(`languages.${language}`)
  return (
    <Menu
      label={t('language')}
      placement="bottom end"
      trigger={
        <Button size="small" variant="ghost" icon={<Languages aria-hidden />}>
          {t(`languages.${article.language}`)}
        </Button>
      }
    >
      {others.length > 0 ? (
        <MenuSection title={t('translation.read')}>
          {others.map((other) => (
            <MenuItem
              key={other.key}
              id={other.key}
              label={name(other)}
              onAction={() => {
                setKnowledge({ beside: null })
                navigate({ area: 'knowledge', articleId: other.key })
              }}
            />
          ))}
        </MenuSection>
      ) : null}
      {others.length > 0 && mode !== 'single' ? (
        <MenuSection title={t('translation.beside')}>
          {others.map((other) => (
            <MenuItem
              key={other.key}
              id={`beside ${other.key}`}
              label={name(other)}
              isChecked={beside === other.key}
              onAction={() => setKnowledge({ beside: beside === other.key ? null : other.key })}
            />
          ))}
        </MenuSection>
      ) : null}
      {missing.map((language) => (
        <MenuItem
          key={language}
          id={`create ${language}`}
          label={t('translation.create', { language: t(`languages.${language}`) })}
          onAction={() => setKnowledge({ create: article })}
        />
      ))}
    </Menu>
  )
}

function MoreMenu({ article }: { readonly article: ArticleDetail }): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const isArchived = article.state === 'archived'
  return (
    <Menu
      label={t('common:action.more')}
      placement="bottom end"
      trigger={<IconButton label={t('common:action.more')} icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem
        id="properties"
        label={t('action.properties')}
        icon={<Settings2 aria-hidden />}
        onAction={() => setKnowledge({ properties: article.id })}
      />
      <MenuItem
        id="versions"
        label={t('action.versions')}
        icon={<History aria-hidden />}
        onAction={() => setKnowledge({ versions: article.id })}
      />
      {article.state === 'published' ? (
        <MenuItem
          id="unpublish"
          label={t('action.unpublish')}
          icon={<Undo2 aria-hidden />}
          onAction={() => void setPublished(article, false)}
        />
      ) : null}
      <OwnWindowItem route={{ area: 'knowledge', articleId: article.id }} />
      <MenuSeparator />
      <MenuItem
        id="link"
        label={t('copyLink')}
        icon={<Link aria-hidden />}
        onAction={() => void copyArticleLink(article.id)}
      />
      <MenuItem
        id="print"
        label={t('action.print')}
        icon={<Printer aria-hidden />}
        onAction={() => void printArticle('print', article)}
      />
      <MenuItem
        id="pdf"
        label={t('action.pdf')}
        icon={<FileDown aria-hidden />}
        onAction={() => void printArticle('pdf', article)}
      />
      <MenuSeparator />
      <MenuItem
        id="archive"
        label={isArchived ? t('action.unarchive') : t('action.archive')}
        icon={isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        onAction={() => void setArchived(article, !isArchived)}
      />
    </Menu>
  )
}
