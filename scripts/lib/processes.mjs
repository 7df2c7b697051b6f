/** Starting other programs: passing on their output or catching it, and stopping together with them. */
import { spawn } from 'node:child_process'

/** Ctrl+C, or a request to end, while we worked: no failure, and nothing to explain. */
export class Interrupted extends Error {}

/**
 * @typedef {{ cwd?: string, env?: Record<string, string | undefined>, shell?: boolean }} RunOptions
 * @typedef {{ code: number, stdout: string, stderr: string, timedOut: boolean }} Captured
 */

/**
 * Runs a program on this terminal and gives its exit code. Ctrl+C reaches the program and we wait for it, so that it can
 * close in order.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} 128 + the signal's number where a signal ended it; 127 where it could not be started
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  const stopForwarding = forwardSignals(child)
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      stopForwarding()
      reject(error)
    })
    child.once('close', (code, signal) => {
      stopForwarding()
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 128))
    })
  })
}

/**
 * Runs a program without showing its output. A program that does not exist gives code 127. Throws Interrupted where the
 * program was ended together with us.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions & { timeoutMs?: number }} [options]
 * @returns {Promise<Captured>}
 */
export function capture(command, args, { timeoutMs, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let isInterrupted = false
    const stopForwarding = forwardSignals(child, () => (isInterrupted = true))
    let stdout = ''
    let stderr = ''
    let timedOut = false
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true
            child.kill('SIGKILL')
          }, timeoutMs)
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(timer)
      stopForwarding()
      if (isInterrupted) reject(new Interrupted())
      else resolve({ code, stdout, stderr, timedOut })
    }
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
    child.once('error', (error) => {
      stderr += error.message
      finish(127)
    })
    child.once('close', (code) => finish(code ?? 128))
  })
}

/**
 * On a terminal Ctrl+C goes to the whole group, so the child has it already and must not get it twice.
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => void} [notice] called on a signal
 * @returns {() => void} stops forwarding
 */
function forwardSignals(child, notice) {
  const onInterrupt = () => {
    notice?.()
    if (!process.stdin.isTTY) child.kill('SIGINT')
  }
  const onTerminate = () => {
    notice?.()
    child.kill('SIGTERM')
  }
  process.on('SIGINT', onInterrupt)
  process.on('SIGTERM', onTerminate)
  return () => {
    process.off('SIGINT', onInterrupt)
    process.off('SIGTERM', onTerminate)
  }
}
