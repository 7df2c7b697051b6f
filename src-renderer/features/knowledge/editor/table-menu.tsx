/** Makes a table, or changes the one that the cursor stands in. */
import type { Editor } from '@tiptap/react'
import { Table } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton, Menu, MenuItem, MenuSeparator } from '../../../ui/index.ts'

export function TableMenu({
  editor,
  isInTable,
}: {
  readonly editor: Editor
  readonly isInTable: boolean
}): ReactNode {
  const { t } = useTranslation('knowledge')
  const run = () => editor.chain().focus()
  if (!isInTable) {
    return (
      <IconButton
        label={t('tool.table')}
        icon={<Table aria-hidden />}
        onPress={() => void run().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run()}
      />
    )
  }
  return (
    <Menu
      label={t('tool.table')}
      trigger={<IconButton label={t('tool.table')} icon={<Table aria-hidden />} isSelected />}
    >
      <MenuItem id="row" label={t('tool.addRow')} onAction={() => void run().addRowAfter().run()} />
      <MenuItem id="column" label={t('tool.addColumn')} onAction={() => void run().addColumnAfter().run()} />
      <MenuItem id="head" label={t('tool.headerRow')} onAction={() => void run().toggleHeaderRow().run()} />
      <MenuSeparator />
      <MenuItem id="no-row" label={t('tool.deleteRow')} onAction={() => void run().deleteRow().run()} />
      <MenuItem
        id="no-column"
        label={t('tool.deleteColumn')}
        onAction={() => void run().deleteColumn().run()}
      />
      <MenuItem
        id="no-table"
        label={t('tool.deleteTable')}
        isDanger
        onAction={() => void run().deleteTable().run()}
      />
    </Menu>
  )
}
