/** Where the sign-in of this device is kept: the system's keychain, or, where there is none, a file. */
import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SecretStorage } from '#shared/contract/desktop.ts'
import { secretStorage } from '../../../state/workspaces.ts'

export function SecretsNote(): ReactNode {
  const { t } = useTranslation('server')
  const [storage, setStorage] = useState<SecretStorage | null>(null)
  useEffect(() => {
    secretStorage().then(setStorage, () => setStorage(null))
  }, [])
  if (storage === null) return null
  return (
    <p className="server-note" data-storage={storage}>
      {storage === 'keychain' ? <ShieldCheck aria-hidden /> : <TriangleAlert aria-hidden />}
      {t(`secrets.${storage}`)}
    </p>
  )
}
