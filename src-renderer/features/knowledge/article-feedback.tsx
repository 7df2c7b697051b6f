/** "Did this help?" below an article, and what people said was missing. */
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { runCommand } from '../../state/commands.ts'
import { useLiveQuery } from '../../state/live.ts'
import { usePeople } from '../../state/people.ts'
import { Button, RelativeTime, TextArea } from '../../ui/index.ts'

export function ArticleFeedback({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const { meta, rows } = useLiveQuery('article.feedback', { articleId })
  const people = usePeople()
  const mine = meta?.mine ?? null
  const notes = rows.filter(({ note }) => note !== '')
  const rate = (helped: boolean): void => {
    // The same button again takes it back.
    const isSame = mine?.helped === helped
    void runCommand('article.rate', {
      articleId,
      helped: isSame ? null : helped,
      note: isSame ? '' : (mine?.note ?? ''),
    })
  }
  if (!meta) return null
  return (
    <section className="article-feedback" aria-label={t('feedback.question')}>
      <div className="article-feedback-ask">
        <h2 className="article-feedback-title">{t('feedback.question')}</h2>
        <Button
          size="small"
          icon={<ThumbsUp aria-hidden />}
          aria-pressed={mine?.helped === true}
          onPress={() => rate(true)}
        >
          {t('feedback.yes')}
        </Button>
        <Button
          size="small"
          icon={<ThumbsDown aria-hidden />}
          aria-pressed={mine?.helped === false}
          onPress={() => rate(false)}
        >
          {t('feedback.no')}
        </Button>
        {meta.helped + meta.notHelped > 0 ? (
          <span className="article-feedback-count">
            {t('feedback.count', { helped: meta.helped, total: meta.helped + meta.notHelped })}
          </span>
        ) : null}
      </div>
      {mine?.helped === false ? <MissingNote key={mine.at} articleId={articleId} saved={mine.note} /> : null}
      {notes.length > 0 ? (
        <ul className="article-feedback-notes">
          {notes.map(({ key, note, at }) => (
            <li key={key}>
              <span className="article-feedback-who">
                {people.get(key)?.name ?? t('common:unknownPerson')} · <RelativeTime atMs={at} />
              </span>
              <span>{note}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function MissingNote({
  articleId,
  saved,
}: {
  readonly articleId: ArticleId
  readonly saved: string
}): ReactNode {
  const { t } = useTranslation(['knowledge', 'common'])
  const [text, setText] = useState(saved)
  return (
    <form
      className="article-feedback-form"
      onSubmit={(event) => {
        event.preventDefault()
        void runCommand('article.rate', { articleId, helped: false, note: text })
      }}
    >
      <TextArea
        label={t('feedback.missing')}
        value={text}
        onChange={setText}
        maxLength={2_000}
        minRows={2}
        maxRows={8}
      />
      <Button size="small" type="submit" isDisabled={text.trim() === saved}>
        {t('feedback.send')}
      </Button>
    </form>
  )
}
