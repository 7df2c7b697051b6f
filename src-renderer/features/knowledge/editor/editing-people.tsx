/** Who else has this article open, and who of them is typing. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { usePeople } from '../../../state/people.ts'
import { usePresence } from '../../../state/presence.ts'
import { AvatarGroup } from '../../../ui/index.ts'

export function EditingPeople({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const formats = useFormats()
  const people = usePeople()
  const here = usePresence(`doc/article/${articleId}`)
  const nameOf = (key: (typeof here)[number]['key']): string =>
    people.get(key)?.name ?? t('common:unknownPerson')
  const names = here.map(({ key }) => nameOf(key))
  const typing = here.filter(({ state }) => state === 'typing').map(({ key }) => nameOf(key))
  return (
    <>
      <AvatarGroup label={t('edit.alsoHere', { names: formats.list(names) })} names={names} />
      {typing.length > 0 ? (
        <span className="article-editor-typing ui-truncate" dir="auto" role="status">
          {t('edit.typing', { count: typing.length, names: formats.list(typing) })}
        </span>
      ) : null}
    </>
  )
}
