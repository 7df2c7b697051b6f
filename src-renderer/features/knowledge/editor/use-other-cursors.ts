/** Draws where the others are, with their names, as long as the editor is open. */
import type { Editor } from '@tiptap/react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { usePeople } from '../../../state/people.ts'
import { usePoints } from '../../../state/presence.ts'
import { tintOf } from '../../../ui/index.ts'
import { showPoints } from './remote-cursors.ts'

export function useOtherCursors(editor: Editor, articleId: ArticleId): void {
  const { t } = useTranslation('common')
  const people = usePeople()
  const rows = usePoints(`doc/article/${articleId}`)
  const points = useMemo(
    () =>
      rows.map(({ key, personId, point }) => {
        const name = people.get(personId)?.name ?? t('unknownPerson')
        return { key, name, tint: tintOf(name), point }
      }),
    [rows, people, t],
  )
  useEffect(() => {
    if (!editor.isDestroyed) showPoints(editor.view, points)
  }, [editor, points])
}
