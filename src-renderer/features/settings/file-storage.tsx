import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../i18n/locale-provider.tsx'
import { setFileLimit, useFileStorage } from '../../state/files.ts'
import { Select } from '../../ui/index.ts'

const mebibyte = 1024 ** 2
const choices: readonly number[] = [256, 1024, 4096, 16_384, 65_536].map((size) => size * mebibyte)

/** How much room files that can be fetched again may take on this device. */
export function FileStorageSetting(): ReactNode {
  const { t } = useTranslation('files')
  const formats = useFormats()
  const storage = useFileStorage()
  if (!storage) return null
  const { usedBytes, files, limitBytes } = storage
  // One that came from elsewhere is shown as it is.
  const sizes = choices.includes(limitBytes) ? choices : [...choices, limitBytes].sort((a, b) => a - b)
  return (
    <Select
      label={t('storage.limit')}
      isLabelHidden
      description={t('storage.used', { used: formats.bytes(usedBytes), count: files })}
      value={String(limitBytes)}
      onChange={(chosen) => setFileLimit(Number(chosen))}
      options={sizes.map((bytes) => ({ id: String(bytes), label: formats.bytes(bytes) }))}
    />
  )
}
