/**
 * A link to a server was opened while a workspace is on the screen. Nothing happens before the person says so: an invite
 * leads into a workspace of its own beside this one, a set-up link may also take this one there.
 */
import { CloudUpload, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SetUpDialog } from '../connect/set-up-dialog.tsx'
import { takeOfferedLink, useOfferedLink } from '../state/connecting.ts'
import { parseServerLink, shortAddress } from '../state/parse-server-link.ts'
import { useMe, useWorkspace } from '../state/people.ts'
import { useConnectionType } from '../state/sync.ts'
import { addWorkspace } from '../state/workspaces.ts'
import { Button, Dialog } from '../ui/index.ts'

export function OfferedLink(): ReactNode {
  const { t } = useTranslation(['server', 'common'])
  const link = useOfferedLink()
  const me = useMe()
  const workspace = useWorkspace()
  const isLocal = useConnectionType() === 'none'
  const [moving, setMoving] = useState<string | null>(null)
  const close = (): void => void takeOfferedLink()

  if (moving !== null && me && workspace) {
    const end = (): void => setMoving(null)
    return (
      <SetUpDialog
        link={moving}
        moving={{ workspaceName: workspace.name, personName: me.name, email: me.email }}
        onClose={end}
        onDone={end}
      />
    )
  }
  const parsed = link === null ? null : parseServerLink(link)
  if (link === null || parsed === null || parsed.type === 'address' || !workspace) return null
  const kind = parsed.type
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={t(`offered.${kind}Title`)}
      size="small"
      actions={
        <>
          <Button onPress={close}>{t('common:action.cancel')}</Button>
          {kind === 'setup' && isLocal ? (
            <Button
              icon={<CloudUpload aria-hidden />}
              onPress={() => {
                close()
                setMoving(link)
              }}
            >
              {t('offered.move')}
            </Button>
          ) : null}
          {/* The link waits for the first run that this leads to. */}
          <Button variant="primary" icon={<Plus aria-hidden />} onPress={addWorkspace}>
            {t('offered.add')}
          </Button>
        </>
      }
    >
      <p>{t(`offered.${kind}Text`, { address: shortAddress(parsed.address), workspace: workspace.name })}</p>
    </Dialog>
  )
}
