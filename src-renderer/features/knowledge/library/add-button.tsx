/** Adds files or folders through the system's dialogs. */
import { FilePlus, FolderPlus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addToLibrary } from '../../../state/library.ts'
import { Button, IconButton, Menu, MenuItem } from '../../../ui/index.ts'

export function AddMenu(): ReactNode {
  const { t } = useTranslation('library')
  return (
    <Menu
      label={t('add')}
      placement="bottom end"
      trigger={<IconButton label={t('add')} icon={<Plus aria-hidden />} />}
    >
      <MenuItem
        label={t('addFolder')}
        icon={<FolderPlus aria-hidden />}
        onAction={() => addToLibrary('folder')}
      />
      <MenuItem
        label={t('addFiles')}
        icon={<FilePlus aria-hidden />}
        onAction={() => addToLibrary('files')}
      />
    </Menu>
  )
}

export function AddButtons(): ReactNode {
  const { t } = useTranslation('library')
  return (
    <>
      <Button variant="primary" icon={<FolderPlus aria-hidden />} onPress={() => addToLibrary('folder')}>
        {t('addFolder')}
      </Button>
      <Button icon={<FilePlus aria-hidden />} onPress={() => addToLibrary('files')}>
        {t('addFiles')}
      </Button>
    </>
  )
}
