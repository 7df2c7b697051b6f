/** The program's Log over pino: one JSON object a line. Nobody hands content, tokens or addresses of people to it. */
import type { Logger } from 'pino'
import type { Log } from '#shared/base/log.ts'

export function createServerLog(logger: Logger): Log {
  return {
    debug: (event, fields = {}) => logger.debug(fields, event),
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, fields = {}) => logger.error(fields, event),
  }
}

/** What of an error may stand in a log: its kind and where it came from. Messages can quote what people wrote. */
export function errorFields(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error }
  const at = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' | ')
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { error: error.name, ...(code === undefined ? {} : { code }), ...(at === undefined ? {} : { at }) }
}
