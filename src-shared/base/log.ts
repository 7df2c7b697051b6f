/**
 * Structured log without content: `fields` carry ids, counts, sizes, durations and error codes,
 * never what a person wrote.
 */
export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
}

export type LogLevel = keyof Log
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** A log that hands each entry to somebody else, such as the thread or process that keeps the log. */
export function forwardingLog(send: (level: LogLevel, event: string, fields: LogFields) => void): Log {
  const at =
    (level: LogLevel) =>
    (event: string, fields: LogFields = {}): void =>
      send(level, event, fields)
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
