/** What is typed about a language model, checked with its server and saved. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallError } from '#shared/contract/errors.ts'
import type {
  KnowledgeKind,
  OfferedModel,
  ProviderCheck,
  ProviderRow,
  ProviderType,
  ServerType,
} from '#shared/contract/providers.ts'
import { runCommand, runRequest } from '../../../state/commands.ts'
import { newId } from '../../../state/ids.ts'
import { showToast } from '../../../state/toasts.ts'

export interface ProviderDraft {
  readonly type: ProviderType
  readonly name: string
  readonly address: string
  readonly model: string
  /** As typed; empty keeps the one that is there. */
  readonly key: string
  readonly isKeyRemoved: boolean
  readonly contextTokens: number
  readonly allowInsecure: boolean
  readonly withheldKinds: readonly KnowledgeKind[]
}

export type CheckState = { readonly type: 'none' } | { readonly type: 'checking' } | ProviderCheck

const usualAddress: Readonly<Record<ProviderType, string>> = {
  file: '',
  ollama: 'http://localhost:11434',
  openai: '',
}
const usualContext = 8_192

/** @param provider the one that is changed; null for a new one */
export function useProviderForm(provider: ProviderRow | null, onSaved: () => void) {
  const { t } = useTranslation('models')
  const [draft, setDraft] = useState<ProviderDraft>(() => draftOf(provider))
  const [check, setCheck] = useState<CheckState>({ type: 'none' })
  const [error, setError] = useState<CallError | null>(null)

  const change = (part: Partial<ProviderDraft>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setError(null)
    if ('address' in part || 'type' in part || 'key' in part) setCheck({ type: 'none' })
  }
  const setType = (type: ServerType): void => {
    const isUntouched = draft.address === usualAddress[draft.type]
    change({ type, ...(isUntouched ? { address: usualAddress[type] } : {}) })
  }

  const runCheck = async (): Promise<void> => {
    setCheck({ type: 'checking' })
    const { type, address, key, allowInsecure } = draft
    // What was not changed is checked with the key that the window does not know.
    const isAsSaved = provider !== null && address === provider.address && key === '' && !draft.isKeyRemoved
    const result = await runRequest(
      'provider.check',
      isAsSaved || type === 'file'
        ? { providerId: provider?.key ?? '' }
        : { type, address, allowInsecure, key: key === '' ? null : key },
      { isSilent: true },
    )
    if (!result.ok) {
      setCheck({ type: 'none' })
      setError(result.error)
      return
    }
    setCheck(result.value)
    const [first] = result.value.type === 'ready' ? result.value.models : []
    if (first) setDraft((before) => (before.model === '' ? { ...before, model: first.id } : before))
  }

  const save = async (): Promise<void> => {
    const { isKeyRemoved, key, type, ...rest } = draft
    const name = draft.name.trim() === '' ? `${t(`providers.typeName.${type}`)} (${draft.model})` : draft.name
    const settings = { ...rest, name, withheldKinds: [...draft.withheldKinds] }
    const result =
      provider === null && type !== 'file'
        ? await runCommand(
            'provider.add',
            { ...settings, type, providerId: newId(), key: key === '' ? null : key },
            { isSilent: true },
          )
        : await runCommand(
            'provider.update',
            {
              ...settings,
              providerId: provider?.key ?? '',
              ...(isKeyRemoved ? { key: null } : key === '' ? {} : { key }),
            },
            { isSilent: true },
          )
    if (!result.ok) {
      setError(result.error)
      return
    }
    showToast({
      tone: 'success',
      text: provider === null ? t('providers.added', { name }) : t('providers.saved'),
    })
    onSaved()
  }

  const offered: readonly OfferedModel[] = check.type === 'ready' ? check.models : []
  const isComplete = draft.address.trim() !== '' && draft.model.trim() !== ''
  return { draft, change, setType, check, runCheck, save, error, offered, isComplete }
}

function draftOf(provider: ProviderRow | null): ProviderDraft {
  return {
    type: provider?.type ?? 'ollama',
    name: provider?.name ?? '',
    address: provider?.address ?? usualAddress.ollama,
    model: provider?.model ?? '',
    key: '',
    isKeyRemoved: false,
    contextTokens: provider?.contextTokens ?? usualContext,
    allowInsecure: provider?.isInsecure ?? false,
    withheldKinds: provider?.withheldKinds ?? [],
  }
}
