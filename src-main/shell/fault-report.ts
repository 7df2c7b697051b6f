/** What the log may know of an error: where it happened, and never its message, which can quote what people wrote. */
import type { LogFields } from '#shared/base/log.ts'
import { errorCode } from './json-file.ts'

const maxFrames = 12

export function faultFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+:\d+\)?$/.test(line))
    .slice(0, maxFrames)
  return { error: error.name, code: errorCode(error), stack: frames.join(' < ') }
}
