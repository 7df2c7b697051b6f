/** Switches between the two halves of the knowledge area: what the team wrote, and what lies on this device. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../../state/navigation.ts'
import { SegmentedControl } from '../../../ui/index.ts'

export type KnowledgeSection = 'articles' | 'files'

export function KnowledgeSections({ section }: { readonly section: KnowledgeSection }): ReactNode {
  const { t } = useTranslation('library')
  return (
    <SegmentedControl<KnowledgeSection>
      label={t('sections.label')}
      isLabelHidden
      value={section}
      onChange={(next) =>
        navigate(next === 'files' ? { area: 'knowledge', files: true } : { area: 'knowledge' })
      }
      options={(['articles', 'files'] as const).map((id) => ({ id, label: t(`sections.${id}`) }))}
    />
  )
}
