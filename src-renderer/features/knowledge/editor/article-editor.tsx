/** The article being written, together with whoever else has it open. A chunk of its own, with Tiptap and Yjs. */
import { Extension, type Editor } from '@tiptap/core'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import type { ArticleDetail } from '#shared/contract/articles.ts'
import { runCommand } from '../../../state/commands.ts'
import { onEngineReady } from '../../../state/engine.ts'
import { errorSentence } from '../../../state/error-sentence.ts'
import { i18n } from '../../../state/i18n.ts'
import { useLiveQuery } from '../../../state/live.ts'
import { useTellPoint, useTypingSignal } from '../../../state/presence.ts'
import { Banner, Button } from '../../../ui/index.ts'
import { ArticleFiles } from '../article-files.tsx'
import { InlineFiles } from '../inline-files.tsx'
import { createArticleSession, type ArticleSession } from './article-session.ts'
import { EditingPeople } from './editing-people.tsx'
import { EditorToolbar } from './editor-toolbar.tsx'
import { adoptFiles, filesOf, insertFiles } from './insert-files.ts'
import { maxPasted, pastedSize, tellTooLarge } from './paste.ts'
import { remoteCursors } from './remote-cursors.ts'
import { useOtherCursors } from './use-other-cursors.ts'
import { SaveNote } from './save-note.tsx'
import { editorExtensions, isEditable } from './schema.ts'
import { TitleField } from './title-field.tsx'
import './editor.css'

export interface ArticleEditorProps {
  readonly article: ArticleDetail
  readonly onLeave: () => void
}

export function ArticleEditor({ article, onLeave }: ArticleEditorProps): ReactNode {
  // A refused edit ends a session; the next one begins from what is stored.
  const [round, setRound] = useState(0)
  return (
    <Session
      key={`${article.id} ${round}`}
      article={article}
      onLeave={onLeave}
      onStartAgain={() => setRound(round + 1)}
    />
  )
}

function Session({
  article,
  onLeave,
  onStartAgain,
}: ArticleEditorProps & { readonly onStartAgain: () => void }): ReactNode {
  const { t } = useTranslation('knowledge')
  const session = useSession(article.id)
  const state = useSyncExternalStore(session.subscribe, session.getState)

  if (state.type === 'loading') return null
  if (state.type === 'not-editable' || state.type === 'refused') {
    return (
      <div className="article-editor-stop">
        <Banner
          tone={state.type === 'refused' ? 'danger' : 'warning'}
          title={state.type === 'refused' ? t('edit.refused') : t('edit.notEditable')}
          actions={
            <Button size="small" onPress={state.type === 'refused' ? onStartAgain : onLeave}>
              {state.type === 'refused' ? t('edit.startAgain') : t('edit.read')}
            </Button>
          }
        >
          {state.type === 'refused' ? errorSentence(state.error, i18n) : t('edit.notEditableText')}
        </Banner>
      </div>
    )
  }
  return <Writing article={article} session={session} onLeave={onLeave} />
}

/** One a mounted editor: made with it, fed by the live query, and flushed whenever the person looks away. */
function useSession(articleId: ArticleId): ArticleSession {
  const [session] = useState(() =>
    createArticleSession({
      send: (update) => runCommand('article.edit', { articleId, update }, { isSilent: true }),
      canEdit: isEditable,
    }),
  )
  const { status, rows } = useLiveQuery('article.doc', { articleId })
  useEffect(() => {
    if (status === 'ready') session.receive(rows)
  }, [session, status, rows])
  useEffect(() => {
    const { flush } = session
    const leaving = ['beforeunload', 'pagehide', 'blur'] as const
    for (const event of leaving) window.addEventListener(event, flush)
    document.addEventListener('visibilitychange', flush)
    const stopWaiting = onEngineReady(session.retry)
    return () => {
      for (const event of leaving) window.removeEventListener(event, flush)
      document.removeEventListener('visibilitychange', flush)
      stopWaiting()
      session.flush()
    }
  }, [session])
  return session
}

interface WritingProps {
  readonly article: ArticleDetail
  readonly session: ArticleSession
  readonly onLeave: () => void
}

function Writing({ article, session, onLeave }: WritingProps): ReactNode {
  const { t } = useTranslation('knowledge')
  const typing = useTypingSignal(`doc/article/${article.id}`)
  const tellPoint = useTellPoint(`doc/article/${article.id}`)
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  const extensions = useMemo(() => {
    const keys = Extension.create({
      name: 'articleKeys',
      addKeyboardShortcuts: () => ({
        Escape: () => {
          leave.current()
          return true
        },
      }),
    })
    return editorExtensions(session.doc, keys, remoteCursors({ tell: tellPoint }))
  }, [session, tellPoint])
  const editing = useRef<Editor | null>(null)
  const known = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    known.current = new Set(article.files.map(({ id }) => id))
  }, [article.files])
  const take = (files: readonly File[]): boolean => {
    if (files.length === 0 || !editing.current) return false
    void insertFiles(editing.current, article.id, files)
    return true
  }
  const editor = useEditor(
    {
      extensions,
      // The text comes from the document. Without any, Tiptap would parse an empty HTML, which the window does not allow.
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      // An empty article is given its name first.
      autofocus: article.title === '' ? false : 'start',
      editorProps: {
        attributes: {
          class: 'article-content article-editor-text',
          dir: 'auto',
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': t('edit.text'),
          lang: article.language,
          spellcheck: 'true',
        },
        transformPasted: (slice) => {
          adoptFiles(slice, article.id, known.current)
          return slice
        },
        handlePaste: (_view, event) => {
          if (take(filesOf(event.clipboardData))) return true
          if (pastedSize(event.clipboardData) <= maxPasted) return false
          tellTooLarge()
          return true
        },
        handleDrop: (view, event, _slice, isMoved) => {
          const files = isMoved ? [] : filesOf(event.dataTransfer)
          if (files.length === 0) return false
          event.preventDefault()
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (at) editing.current?.commands.setTextSelection(at.pos)
          return take(files)
        },
      },
      onUpdate: ({ transaction }) => {
        if (transaction.docChanged && transaction.getMeta('y-sync$') === undefined) typing.type('x')
      },
      onBlur: () => {
        session.flush()
        typing.stop()
      },
    },
    [extensions],
  )
  useEffect(() => {
    editing.current = editor
  }, [editor])
  useOtherCursors(editor, article.id)
  return (
    <div className="article-editor">
      <div className="article-editor-bar">
        <EditorToolbar editor={editor} articleId={article.id} />
        <EditingPeople articleId={article.id} />
        <SaveNote session={session} />
      </div>
      <div className="article-scroll">
        <div className="article-page">
          <TitleField article={article} onDone={() => editor.commands.focus('start')} onLeave={onLeave} />
          <InlineFiles article={article}>
            <EditorContent editor={editor} />
          </InlineFiles>
          <ArticleFiles article={article} />
        </div>
      </div>
    </div>
  )
}
