/** A link leads into another workspace: the person is asked before the window shows that one. */
import { ArrowRightLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answerElsewhere, useFoundElsewhere } from '../state/place-links.ts'
import { Button, Dialog } from '../ui/index.ts'

export function FoundElsewhere(): ReactNode {
  const { t } = useTranslation(['notifications', 'common'])
  const found = useFoundElsewhere()
  if (!found) return null
  return (
    <Dialog
      isOpen
      onOpenChange={() => answerElsewhere(false)}
      title={t('link.elsewhereTitle', { workspace: found.workspaceName })}
      size="small"
      actions={
        <>
          <Button onPress={() => answerElsewhere(false)}>{t('common:action.cancel')}</Button>
          <Button
            variant="primary"
            icon={<ArrowRightLeft aria-hidden />}
            onPress={() => answerElsewhere(true)}
          >
            {t('link.elsewhereOpen')}
          </Button>
        </>
      }
    >
      <p>{t('link.elsewhereText')}</p>
    </Dialog>
  )
}
