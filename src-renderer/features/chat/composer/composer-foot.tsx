/** The buttons under the field. Memoised: they stay as they are while one types. */
import { Bold, Code, Italic, SendHorizontal } from 'lucide-react'
import { memo, type ReactNode, type RefObject } from 'react'
import { useShortcutKeys } from '../../../state/shortcuts.ts'
import { IconButton, Kbd } from '../../../ui/index.ts'
import { useChatText } from '../chat-text.ts'
import type { Format } from './format-text.ts'
import type { TextInputHandle } from './text-input.tsx'

export interface FormatButtonsProps {
  readonly input: RefObject<TextInputHandle | null>
}

export const FormatButtons = memo(function FormatButtons({ input }: FormatButtonsProps): ReactNode {
  return (
    <>
      <FormatButton format="bold" icon={<Bold aria-hidden />} input={input} />
      <FormatButton format="italic" icon={<Italic aria-hidden />} input={input} />
      <FormatButton format="code" icon={<Code aria-hidden />} input={input} />
    </>
  )
})

interface FormatButtonProps extends FormatButtonsProps {
  readonly format: Format
  readonly icon: ReactNode
}

function FormatButton({ format, icon, input }: FormatButtonProps): ReactNode {
  const { t } = useChatText()
  const keys = useShortcutKeys(`chat.${format}`)
  return (
    <IconButton
      label={t(`format.${format}`)}
      size="small"
      icon={icon}
      onPress={() => input.current?.format(format)}
      {...(keys === undefined ? {} : { shortcut: keys })}
    />
  )
}

export const LineHint = memo(function LineHint(): ReactNode {
  const { t } = useChatText()
  return (
    <span className="chat-hint">
      <Kbd keys="Shift+Enter" /> {t('composer.newLine')}
    </span>
  )
})

export interface SendButtonProps {
  readonly canSend: boolean
  readonly onPress: () => void
}

export const SendButton = memo(function SendButton({ canSend, onPress }: SendButtonProps): ReactNode {
  const { t } = useChatText()
  return (
    <IconButton
      label={t('composer.send')}
      shortcut="Enter"
      size="small"
      {...(canSend ? { className: 'chat-send-ready' } : {})}
      icon={<SendHorizontal aria-hidden />}
      isDisabled={!canSend}
      onPress={onPress}
    />
  )
})
