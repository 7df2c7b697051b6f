/** Adds a language model, or changes one: address, key, model, and what it never gets. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import type { KnowledgeKind, ProviderRow, ServerType } from '#shared/contract/providers.ts'
import { errorSentence } from '../../../state/error-sentence.ts'
import { Button, Checkbox, FormDialog, InlineError, Select, TextField } from '../../../ui/index.ts'
import { knowledgeKinds } from './knowledge-kinds.ts'
import { useProviderForm, type CheckState } from './use-provider-form.ts'

interface ProviderDialogProps {
  /** The one that is changed; null for a new one. */
  readonly provider: ProviderRow | null
  readonly onClose: () => void
}

const types = ['ollama', 'openai'] as const satisfies readonly ServerType[]
const contexts = [2_048, 4_096, 8_192, 16_384, 32_768, 131_072]

export function ProviderDialog({ provider, onClose }: ProviderDialogProps): ReactNode {
  const { t, i18n } = useTranslation(['models'])
  const formats = useFormats()
  const form = useProviderForm(provider, onClose)
  const { draft, change, check, error } = form
  const isInsecure = error?.type === 'insecure-address' || draft.allowInsecure
  const sizes = contexts.includes(draft.contextTokens)
    ? contexts
    : [...contexts, draft.contextTokens].sort((a, b) => a - b)
  return (
    <FormDialog
      title={
        provider === null ? t('providers.addTitle') : t('providers.changeTitle', { name: provider.name })
      }
      submitLabel={t('providers.save')}
      canSubmit={form.isComplete}
      className="provider-form"
      onSubmit={form.save}
      onClose={onClose}
    >
      {draft.type !== 'file' && provider === null ? (
        <Select<ServerType>
          label={t('providers.type')}
          value={draft.type}
          onChange={form.setType}
          options={types.map((id) => ({ id, label: t(`providers.typeName.${id}`) }))}
        />
      ) : null}
      <div className="provider-address">
        {draft.type === 'file' ? (
          <p dir="auto">{t('providers.fileKept', { file: draft.address })}</p>
        ) : (
          <TextField
            label={t('providers.address')}
            description={t(`providers.addressHint.${draft.type}`)}
            value={draft.address}
            onChange={(address) => change({ address, allowInsecure: false })}
            maxLength={500}
            isRequired
            validationBehavior="aria"
            spellCheck="false"
          />
        )}
        <Button
          onPress={() => void form.runCheck()}
          isDisabled={draft.address.trim() === ''}
          isPending={check.type === 'checking'}
        >
          {t('providers.check')}
        </Button>
      </div>
      <CheckResult check={check} isFile={draft.type === 'file'} />
      {isInsecure ? (
        <Checkbox isSelected={draft.allowInsecure} onChange={(allowInsecure) => change({ allowInsecure })}>
          <span className="index-kind-words">
            <span>{t('providers.insecure')}</span>
            <span className="index-quiet">{t('providers.insecureHint')}</span>
          </span>
        </Checkbox>
      ) : null}
      {draft.type === 'file' ? null : <ModelField form={form} />}
      <TextField
        label={t('providers.name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={100}
        placeholder={t(`providers.typeName.${draft.type}`)}
      />
      {draft.type === 'file' ? null : <KeyField form={form} hasKey={provider?.hasKey ?? false} />}
      <Select
        label={t('providers.context')}
        value={String(draft.contextTokens)}
        onChange={(tokens) => change({ contextTokens: Number(tokens) })}
        options={sizes.map((size) => ({
          id: String(size),
          label: formats.number(size),
        }))}
      />
      <Withheld kinds={draft.withheldKinds} onChange={(withheldKinds) => change({ withheldKinds })} />
      {error === null ? null : <InlineError>{errorSentence(error, i18n)}</InlineError>}
    </FormDialog>
  )
}

type Form = ReturnType<typeof useProviderForm>

/** Chosen from what the server offers; typed where it was not asked, or has another. */
function ModelField({ form }: { readonly form: Form }): ReactNode {
  const { t } = useTranslation('models')
  const { draft, change, offered } = form
  const ids = offered.map(({ id }) => id)
  if (ids.length > 0) {
    const all = draft.model === '' || ids.includes(draft.model) ? ids : [draft.model, ...ids]
    return (
      <Select
        label={t('providers.model')}
        value={draft.model === '' ? null : draft.model}
        onChange={(model) => change({ model })}
        options={all.map((id) => ({ id, label: id }))}
        isRequired
      />
    )
  }
  return (
    <TextField
      label={t('providers.model')}
      description={t('providers.modelHint')}
      value={draft.model}
      onChange={(model) => change({ model })}
      maxLength={200}
      isRequired
      validationBehavior="aria"
      spellCheck="false"
    />
  )
}

function KeyField({ form, hasKey }: { readonly form: Form; readonly hasKey: boolean }): ReactNode {
  const { t } = useTranslation('models')
  const { draft, change } = form
  const isKept = hasKey && !draft.isKeyRemoved
  return (
    <>
      <TextField
        label={t('providers.key')}
        description={isKept ? t('providers.keyKept') : t('providers.keyHint')}
        value={draft.key}
        onChange={(key) => change({ key: key.trim() })}
        type="password"
        autoComplete="off"
        maxLength={1_000}
      />
      {isKept ? (
        <div>
          <Button size="small" onPress={() => change({ isKeyRemoved: true, key: '' })}>
            {t('providers.keyRemove')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

function CheckResult({ check, isFile }: { readonly check: CheckState; readonly isFile: boolean }): ReactNode {
  const { t } = useTranslation('models')
  const formats = useFormats()
  switch (check.type) {
    case 'none':
      return null
    case 'checking':
      return (
        <p className="index-quiet" role="status">
          {t('providers.checking')}
        </p>
      )
    case 'ready':
      return (
        <p className="index-quiet" role="status">
          {isFile
            ? t('providers.readable', { size: formats.bytes(check.models[0]?.bytes ?? 0) })
            : check.models.length === 0
              ? t('providers.reachedNone')
              : t('providers.reached', { count: check.models.length })}
        </p>
      )
    case 'failed': {
      const { error } = check
      const status = error.type === 'refused' ? error.status : 0
      return <InlineError>{t(`providers.error.${error.type}`, { status })}</InlineError>
    }
  }
}

interface WithheldProps {
  readonly kinds: readonly KnowledgeKind[]
  readonly onChange: (kinds: readonly KnowledgeKind[]) => void
}

function Withheld({ kinds, onChange }: WithheldProps): ReactNode {
  const { t } = useTranslation('models')
  return (
    <div role="group" aria-label={t('providers.withheld')}>
      <p className="index-heading">{t('providers.withheld')}</p>
      <ul className="provider-kinds">
        {knowledgeKinds.map((kind) => (
          <li key={kind}>
            <Checkbox
              isSelected={kinds.includes(kind)}
              onChange={(on) => onChange(on ? [...kinds, kind] : kinds.filter((each) => each !== kind))}
            >
              {t(`routing.kind.${kind}`)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  )
}
