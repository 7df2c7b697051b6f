/** An error of a call as a sentence that says what happened, what was kept and what to do. */
import type { i18n as I18n } from 'i18next'
import type { CallError } from '#shared/contract/errors.ts'

export function errorSentence(error: CallError, { t }: Pick<I18n, 't'>): string {
  switch (error.type) {
    case 'invalid-input':
      return t('errors:call.invalidInput')
    case 'unknown-call':
    case 'unsupported-version':
      return t('errors:call.versionMismatch')
    case 'no-workspace':
      return t('errors:call.noWorkspace')
    case 'workspace-exists':
      return t('errors:call.workspaceExists')
    case 'not-found':
      return t(`errors:call.notFound.${error.what}`)
    case 'already-exists':
      return t('errors:call.alreadyExists')
    case 'no-access':
      return t('errors:call.noAccess')
    case 'edit-refused':
      return t('errors:call.editRefused')
    case 'not-author':
      return t('errors:call.notAuthor')
    case 'disk-full':
      return t('errors:call.diskFull')
    case 'read-only':
      return t('errors:call.readOnly')
    case 'store-failed':
      return t('errors:call.storeFailed')
    case 'engine-unavailable':
      return t('errors:call.engineUnavailable')
    case 'timeout':
      return t('errors:call.timeout')
    case 'cancelled':
      return t('errors:call.cancelled')
    case 'internal':
      return t('errors:call.internal')
    case 'no-server':
      return t('errors:call.noServer')
    case 'invalid-address':
      return t('errors:call.invalidAddress')
    case 'insecure-address':
      return t('errors:call.insecureAddress')
    case 'unreachable':
      return t('errors:call.unreachable')
    case 'not-a-server':
      return t('errors:call.notAServer')
    case 'upgrade':
      return t(`errors:call.upgrade.${error.which}`)
    case 'other-workspace':
      return t('errors:call.otherWorkspace')
    case 'server':
      return t(`errors:server.${error.error}`)
  }
}
