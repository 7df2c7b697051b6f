/** Tags as chips, with a picker of those in use. */
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLiveQuery } from '../../../state/live.ts'
import { Button, Popover, TagChip } from '../../../ui/index.ts'
import { toggled } from '../model/list-settings.ts'
import { toTag } from '../model/new-ticket-draft.ts'
import { PickerList } from '../pickers/picker-list.tsx'

export interface TagFieldProps {
  readonly tags: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
}

export function TagField({ tags, onChange }: TagFieldProps): ReactNode {
  const { t } = useTranslation('tickets')
  const { rows } = useLiveQuery('ticket.tags', {})
  const names = [...tags, ...rows.map((row) => row.key).filter((tag) => !tags.includes(tag))]
  const toggle = (tag: string): void => onChange(toggled(tags, tag))
  return (
    <div className="new-ticket-tags" role="group" aria-label={t('field.tags')}>
      {tags.map((tag) => (
        <TagChip key={tag} name={tag} onRemove={() => toggle(tag)} />
      ))}
      <Popover
        label={t('picker.tags')}
        className="ticket-picker-popover"
        trigger={
          <Button size="small" variant="ghost" icon={<Plus aria-hidden />}>
            {t('noTags')}
          </Button>
        }
      >
        <PickerList
          label={t('picker.tags')}
          placeholder={t('picker.searchTag')}
          items={names.map((tag) => ({ id: tag, label: tag, isOn: tags.includes(tag) }))}
          onPick={toggle}
          create={{ label: (tag) => t('picker.createTag', { tag }), normalize: toTag, run: toggle }}
          empty={t('picker.noTags')}
        />
      </Popover>
    </div>
  )
}
