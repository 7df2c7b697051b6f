/** What an owner or administrator can do with somebody: another role, or take them out. The server has the last word. */
import { Ellipsis, UserMinus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { personRolesOffered } from './roles.ts'
import type { PersonRole, PersonRow } from '#shared/contract/workspace.ts'
import { runRequest } from '../../../state/commands.ts'
import { useSync } from '../../../state/sync.ts'
import { showToast } from '../../../state/toasts.ts'
import { AlertDialog, IconButton, Menu, MenuItem, MenuSection, MenuSeparator } from '../../../ui/index.ts'

export interface PersonMenuProps {
  readonly person: PersonRow
  readonly isMe: boolean
}

export function PersonMenu({ person, isMe }: PersonMenuProps): ReactNode {
  const { t } = useTranslation(['server', 'settings'])
  const myRole = useSync()?.role ?? null
  const [isRemoving, setRemoving] = useState(false)
  const { key: id, name } = person
  // An administrator makes and unmakes no owners.
  const isAbove = person.role === 'owner' && myRole !== 'owner'

  const setRole = async (role: PersonRole): Promise<void> => {
    const result = await runRequest('server.setRole', { id, role })
    if (result.ok) {
      showToast({
        tone: 'success',
        text: t('people.roleSet', { name, role: t(`settings:people.role.${role}`) }),
      })
    }
  }
  const remove = async (): Promise<void> => {
    const result = await runRequest('server.removeMember', { id })
    if (result.ok) showToast({ tone: 'success', text: t('people.removed', { name }) })
  }
  return (
    <>
      <Menu
        label={t('people.manage', { name })}
        placement="bottom end"
        trigger={
          <IconButton
            label={t('people.manage', { name })}
            size="small"
            isDisabled={isAbove}
            icon={<Ellipsis aria-hidden />}
          />
        }
      >
        <MenuSection title={t('people.role')}>
          {personRolesOffered(myRole).map((role) => (
            <MenuItem
              key={role}
              id={role}
              label={t(`settings:people.role.${role}`)}
              description={t(`roleText.${role}`)}
              isChecked={role === person.role}
              onAction={() => void setRole(role)}
            />
          ))}
        </MenuSection>
        {isMe ? null : (
          <>
            <MenuSeparator />
            <MenuItem
              id="remove"
              label={t('people.remove')}
              icon={<UserMinus aria-hidden />}
              isDanger
              onAction={() => setRemoving(true)}
            />
          </>
        )}
      </Menu>
      <AlertDialog
        isOpen={isRemoving}
        onOpenChange={setRemoving}
        title={t('people.removeTitle', { name })}
        confirmLabel={t('people.remove')}
        isDanger
        onConfirm={() => void remove()}
      >
        {t('people.removeText', { name })}
      </AlertDialog>
    </>
  )
}
