/** What can be done with the text. Every tool has its key; arrow keys move along the bar. */
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import {
  Bold,
  Code,
  Italic,
  Link,
  List,
  ListOrdered,
  Minus,
  Quote,
  Redo2,
  SquareCode,
  Strikethrough,
  Undo2,
} from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleId } from '#shared/base/ids.ts'
import { IconButton, Select } from '../../../ui/index.ts'
import { FileTools } from './file-tools.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { TableMenu } from './table-menu.tsx'

type Block = 'text' | 'h2' | 'h3' | 'h4'
const blocks: readonly Block[] = ['text', 'h2', 'h3', 'h4']

export interface EditorToolbarProps {
  readonly editor: Editor
  readonly articleId: ArticleId
}

export function EditorToolbar({ editor, articleId }: EditorToolbarProps): ReactNode {
  const { t } = useTranslation('knowledge')
  const bar = useRef<HTMLDivElement>(null)
  const [isLinking, setLinking] = useState(false)
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      block: blockOf(now),
      marks: (['bold', 'italic', 'strike', 'code', 'link'] as const).filter((name) => now.isActive(name)),
      kinds: (['bulletList', 'orderedList', 'blockquote', 'codeBlock', 'table'] as const).filter((name) =>
        now.isActive(name),
      ),
      isOnPicture: now.isActive('picture'),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
    }),
  })
  const run = () => editor.chain().focus()
  const tool = (
    name: 'bold' | 'italic' | 'strike' | 'code' | 'bulletList' | 'orderedList' | 'blockquote' | 'codeBlock',
    icon: ReactNode,
    shortcut: string,
    onPress: () => unknown,
  ): ReactNode => (
    <IconButton
      label={t(`tool.${name}`)}
      icon={icon}
      shortcut={shortcut}
      isSelected={[...state.marks, ...state.kinds].some((active) => active === name)}
      onPress={() => void onPress()}
    />
  )
  const chooseBlock = (block: Block): void => {
    if (block === 'text') run().setParagraph().run()
    else
      run()
        .setHeading({ level: block === 'h2' ? 2 : block === 'h3' ? 3 : 4 })
        .run()
  }
  return (
    <div
      ref={bar}
      className="article-toolbar"
      role="toolbar"
      aria-label={t('tool.bar')}
      tabIndex={-1}
      onKeyDown={(event) => moveAlong(bar.current, event)}
    >
      <Select
        label={t('tool.block')}
        isLabelHidden
        size="small"
        isQuiet
        className="article-toolbar-block"
        options={blocks.map((id) => ({ id, label: t(`tool.blocks.${id}`) }))}
        value={state.block}
        onChange={chooseBlock}
      />
      {tool('bold', <Bold aria-hidden />, 'Mod+B', () => run().toggleBold().run())}
      {tool('italic', <Italic aria-hidden />, 'Mod+I', () => run().toggleItalic().run())}
      {tool('strike', <Strikethrough aria-hidden />, 'Mod+Shift+S', () => run().toggleStrike().run())}
      {tool('code', <Code aria-hidden />, 'Mod+E', () => run().toggleCode().run())}
      <IconButton
        label={t('tool.link')}
        icon={<Link aria-hidden />}
        isSelected={state.marks.includes('link')}
        onPress={() => setLinking(true)}
      />
      <span className="article-toolbar-line" role="separator" />
      {tool('bulletList', <List aria-hidden />, 'Mod+Shift+8', () => run().toggleBulletList().run())}
      {tool('orderedList', <ListOrdered aria-hidden />, 'Mod+Shift+7', () => run().toggleOrderedList().run())}
      {tool('blockquote', <Quote aria-hidden />, 'Mod+Shift+B', () => run().toggleBlockquote().run())}
      {tool('codeBlock', <SquareCode aria-hidden />, 'Mod+Alt+C', () => run().toggleCodeBlock().run())}
      <FileTools editor={editor} articleId={articleId} isOnPicture={state.isOnPicture} />
      <TableMenu editor={editor} isInTable={state.kinds.includes('table')} />
      <IconButton
        label={t('tool.rule')}
        icon={<Minus aria-hidden />}
        onPress={() => void run().setHorizontalRule().run()}
      />
      <span className="article-toolbar-line" role="separator" />
      <IconButton
        label={t('tool.undo')}
        icon={<Undo2 aria-hidden />}
        shortcut="Mod+Z"
        isDisabled={!state.canUndo}
        onPress={() => void run().undo().run()}
      />
      <IconButton
        label={t('tool.redo')}
        icon={<Redo2 aria-hidden />}
        shortcut="Mod+Shift+Z"
        isDisabled={!state.canRedo}
        onPress={() => void run().redo().run()}
      />
      {isLinking ? <LinkDialog editor={editor} onClose={() => setLinking(false)} /> : null}
    </div>
  )
}

function blockOf(editor: Editor): Block {
  if (editor.isActive('heading', { level: 1 }) || editor.isActive('heading', { level: 2 })) return 'h2'
  if (editor.isActive('heading', { level: 3 })) return 'h3'
  return editor.isActive('heading') ? 'h4' : 'text'
}

function moveAlong(bar: HTMLElement | null, event: KeyboardEvent): void {
  const arrow = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (arrow === 0 || !bar) return
  const by = bar.matches(':dir(rtl)') ? -arrow : arrow
  const tools = [...bar.querySelectorAll<HTMLElement>('button:not([disabled])')]
  const at = tools.indexOf(document.activeElement as HTMLElement)
  if (at === -1) return
  event.preventDefault()
  tools[(at + by + tools.length) % tools.length]?.focus()
}
