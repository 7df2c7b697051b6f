/** What the set-up says, and how it stops when it cannot go on. */
import { Interrupted } from './processes.mjs'

/** Something a person has to put right: what is wrong, and what to do. Printed without a stack. */
export class SetupError extends Error {
  /**
   * @param {string} message one sentence: what is wrong
   * @param {string} [remedy] what to do about it; may have several lines
   * @param {{ cause?: unknown }} [options]
   */
  constructor(message, remedy, options) {
    super(message, options)
    this.name = 'SetupError'
    this.remedy = remedy
  }
}

/**
 * Set-up speaks on stderr, so that stdout stays what the started program prints.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`outpost: ${text.replaceAll('\n', '\n         ')}\n`)
}

/** @param {number} sinceMs a `performance.now()` */
export const secondsSince = (sinceMs) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`

/**
 * Says what is about to be done, does it, and says how long it took.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function timed(label, work) {
  const start = performance.now()
  say(`${label} ...`)
  const result = await work()
  say(`${label}: done in ${secondsSince(start)}`)
  return result
}

/**
 * Runs a script's main function and turns what it returns or throws into an exit code. The code is only set, never
 * forced, so that everything written is flushed.
 * @param {() => Promise<number>} main
 */
export async function exitWith(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    reportFailure(error)
    process.exitCode = error instanceof Interrupted ? 130 : 1
  }
}

/** @param {unknown} error */
export function reportFailure(error) {
  if (error instanceof Interrupted) say('stopped. What was finished is kept; start again to go on.')
  else if (error instanceof SetupError) {
    say(`cannot go on: ${error.message}`)
    if (error.remedy !== undefined) say(error.remedy)
  } else if (isNoSpace(error)) {
    say('cannot go on: the disk is full.')
    say('Free about 2 GB, or put the cache on another disk with OUTPOST_CACHE_DIR=/path, and start again.')
  } else {
    say(`failed, and it is a bug in the set-up: ${error instanceof Error ? error.stack : String(error)}`)
  }
}

/** @param {unknown} error */
const isNoSpace = (error) => error instanceof Error && 'code' in error && error.code === 'ENOSPC'
