/**
 * Where replies and internal notes are written. Two drafts a ticket, one for each kind, and two looks, so that nobody
 * tells a customer what was meant for the team. What could not be sent stays.
 */
import { ChevronDown, Lock, Reply } from 'lucide-react'
import { memo, useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryId, TicketId } from '#shared/base/ids.ts'
import type { TicketState } from '#shared/model/ticket/ticket.ts'
import { runCommand } from '../../../state/commands.ts'
import { useDraft } from '../../../state/drafts.ts'
import { useDraftFiles } from '../../../state/files.ts'
import { newId } from '../../../state/ids.ts'
import { useTypingSignal } from '../../../state/presence.ts'
import {
  AttachButton,
  Button,
  DraftFiles,
  FileDrop,
  IconButton,
  Kbd,
  Menu,
  MenuItem,
  SegmentedControl,
  StateIcon,
  TextArea,
} from '../../../ui/index.ts'
import { setComposerKind, usePanelState, type ComposerKind } from '../state/panel-state.ts'
import './composer.css'

export interface ComposerProps {
  readonly ticketId: TicketId
  readonly customerName: string
  readonly lastEntryId: EntryId | null
}

const statesAfterReply = ['pending', 'solved', 'open'] as const

/** Draws again only for another ticket or a new entry: a change of state leaves it alone. */
export const Composer = memo(function Composer({
  ticketId,
  customerName,
  lastEntryId,
}: ComposerProps): ReactNode {
  const { t } = useTranslation(['tickets', 'ui'])
  const kind = usePanelState((state) => state.composerKind)
  const draft = useDraft(`${kind}/${ticketId}`)
  const typing = useTypingSignal(`doc/ticket/${ticketId}`)
  const field = useFieldFocus()
  const files = useDraftFiles(`${kind}/${ticketId}`)
  const isEmpty = (draft.text.trim() === '' && files.ready.length === 0) || files.isCopying
  const isNote = kind === 'note'

  const send = async (state: TicketState | null): Promise<void> => {
    const entryId = newId<EntryId>(lastEntryId)
    if (files.isCopying) files.tellCopying()
    if (isEmpty) return
    typing.stop()
    const attachments = [...files.ready]
    await draft.send(
      (text) =>
        isNote
          ? runCommand('ticket.note', { ticketId, entryId, text, attachments })
          : runCommand('ticket.reply', { ticketId, entryId, text, state, attachments }),
      { isEmptyOk: attachments.length > 0 },
    )
  }

  return (
    <section className="composer" data-kind={kind} aria-label={t('composer.label')}>
      <FileDrop className="composer-box" onFiles={files.add}>
        <header className="composer-head">
          <SegmentedControl<ComposerKind>
            label={t('composer.kind')}
            isLabelHidden
            value={kind}
            onChange={setComposerKind}
            options={[
              { id: 'reply', label: t('reply'), icon: <Reply aria-hidden /> },
              { id: 'note', label: t('note'), icon: <Lock aria-hidden /> },
            ]}
          />
          {isNote ? <span className="composer-warning">{t('composer.noteHint')}</span> : null}
        </header>
        <TextArea
          key={kind}
          label={isNote ? t('note') : t('reply')}
          isLabelHidden
          isBare
          minRows={2}
          maxRows={14}
          className="composer-text"
          placeholder={
            isNote
              ? t('composer.notePlaceholder')
              : customerName === ''
                ? t('composer.replyPlaceholder')
                : t('composer.replyPlaceholderNamed', { name: customerName })
          }
          value={draft.text}
          onChange={(text) => {
            draft.setText(text)
            typing.type(text)
          }}
          onBlur={() => {
            draft.flush()
            typing.stop()
          }}
          textAreaRef={field}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault()
              void send(null)
            } else if (event.key === 'Escape') field.current?.blur()
            else event.continuePropagation()
          }}
        />
        <DraftFiles files={files.list} onRemove={files.remove} />
        <footer className="composer-foot">
          <AttachButton onPress={files.choose} />
          <span className="composer-hint">{t('composer.markdown')}</span>
          <Button
            variant="primary"
            className="composer-send"
            isDisabled={isEmpty}
            trailing={<Kbd keys="Mod+Enter" />}
            onPress={() => void send(null)}
          >
            {isNote ? t('composer.sendNote') : t('composer.send')}
          </Button>
          {isNote ? null : (
            <Menu
              label={t('composer.sendMore')}
              placement="top end"
              trigger={
                <IconButton
                  variant="secondary"
                  label={t('composer.sendMore')}
                  className="composer-more"
                  isDisabled={isEmpty}
                  icon={<ChevronDown aria-hidden />}
                />
              }
            >
              {statesAfterReply.map((state) => (
                <MenuItem
                  key={state}
                  id={state}
                  label={t('composer.sendAnd', { state: t(`ui:state.${state}`) })}
                  icon={<StateIcon state={state} />}
                  onAction={() => void send(state)}
                />
              ))}
            </Menu>
          )}
        </footer>
      </FileDrop>
    </section>
  )
})

/** Takes the focus when somebody asks for it, with the cursor behind what is written. */
function useFieldFocus(): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null)
  const requests = usePanelState((state) => state.composerFocusRequests)
  const seen = useRef(requests)
  useEffect(() => {
    if (requests === seen.current) return
    seen.current = requests
    const element = field.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [requests])
  return field
}
