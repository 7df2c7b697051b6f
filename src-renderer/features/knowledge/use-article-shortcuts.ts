/** The keys of an open article, wherever it is open. */
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { useShortcuts } from '../../state/shortcuts.ts'
import { saveVersion } from './article-actions.ts'
import { setKnowledge, useKnowledge } from './knowledge-state.ts'

export function useArticleShortcuts(articleId: ArticleId | undefined): void {
  const { t } = useTranslation('knowledge')
  const isEditing = useKnowledge((state) => state.editing !== null)
  useShortcuts('knowledge', [
    {
      action: 'knowledge.edit',
      keys: 'e',
      label: t('action.edit'),
      run: () => articleId !== undefined && setKnowledge({ editing: articleId }),
      when: () => articleId !== undefined && !isEditing,
    },
    {
      action: 'knowledge.saveVersion',
      keys: 'Mod+S',
      label: t('versions.save'),
      run: () => articleId !== undefined && void saveVersion(articleId),
      when: () => articleId !== undefined,
    },
  ])
}
