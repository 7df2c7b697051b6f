/**
 * One call to the server from a form: busy meanwhile, cancelled when the form goes, and its error shown where it
 * belongs. What was typed is the form's own and is never touched here.
 */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/contract.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { runRequest } from '../state/commands.ts'
import { errorSentence } from '../state/error-sentence.ts'

export type FormField = 'link' | 'workspaceName' | 'personName' | 'email' | 'password' | 'current'

export interface ServerForm {
  readonly isBusy: boolean
  readonly error: CallError | null
  /** The sentence for this field's own error; undefined for none. */
  readonly errorOf: (field: FormField) => string | undefined
  /** The sentence for an error that belongs to none of these fields; null for none. */
  readonly errorBeside: (fields: readonly FormField[]) => string | null
  /** Null where it failed, or where the form went away meanwhile. */
  readonly send: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<{ readonly value: RequestOutput<Name> } | null>
  readonly fail: (error: CallError) => void
  readonly clear: () => void
}

export function useServerForm(): ServerForm {
  const { i18n } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  return {
    isBusy,
    error,
    errorOf(field) {
      if (error === null || fieldOf(error) !== field) return undefined
      const isNoEmail = field === 'email' && error.type === 'invalid-input'
      return isNoEmail ? i18n.t('server:field.notAnEmail') : errorSentence(error, i18n)
    },
    errorBeside(fields) {
      if (error === null || error.type === 'cancelled') return null
      const field = fieldOf(error)
      return field !== null && fields.includes(field) ? null : errorSentence(error, i18n)
    },
    async send(name, input) {
      const controller = new AbortController()
      running.current?.abort()
      running.current = controller
      setBusy(true)
      setError(null)
      const result = await runRequest(name, input, { signal: controller.signal, isSilent: true })
      if (controller.signal.aborted) return null
      setBusy(false)
      if (result.ok) return { value: result.value }
      setError(result.error)
      return null
    },
    fail: setError,
    clear: () => setError(null),
  }
}

/** Which field has to be looked at; null where it is none's fault. */
export function fieldOf(error: CallError): FormField | null {
  switch (error.type) {
    case 'invalid-address':
    case 'not-a-server':
    case 'unreachable':
      return 'link'
    case 'invalid-input':
      return fieldsByPath[error.issues[0]?.path ?? ''] ?? null
    case 'server':
      return fieldsByServerError[error.error] ?? null
    default:
      return null
  }
}

const fieldsByPath: Readonly<Record<string, FormField>> = {
  address: 'link',
  code: 'link',
  workspaceName: 'workspaceName',
  personName: 'personName',
  email: 'email',
  password: 'password',
  next: 'password',
  current: 'current',
}

const fieldsByServerError: Readonly<Record<string, FormField>> = {
  'invite-invalid': 'link',
  'setup-invalid': 'link',
  'wrong-password': 'password',
  'account-exists': 'email',
}
