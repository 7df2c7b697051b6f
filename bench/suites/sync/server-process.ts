/** A server as a child process, and what Linux says about it. */
import { fork } from 'node:child_process'
import fs from 'node:fs'
import type { RunningServer } from './subject.ts'

interface Listening {
  readonly type: 'listening'
  readonly port: number
  readonly extra: Readonly<Record<string, string>>
}

/** Starts `entry` with the folder as its argument and waits until it says where it listens. */
export async function startServerProcess(entry: URL, folder: string): Promise<RunningServer> {
  const child = fork(entry, [folder], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const { port, extra } = await new Promise<Listening>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Listening))
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${String(code)} before it listened`)),
    )
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    pid: child.pid ?? 0,
    address: { port, extra },
    async stop() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export interface Memory {
  readonly residentMiB: number
  /** The most that was resident since the process began. */
  readonly peakMiB: number
}

export function readMemory(pid: number): Memory {
  const status = fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  const mib = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) / 1024
  return { residentMiB: mib('VmRSS'), peakMiB: mib('VmHWM') }
}

/** How many files and sockets each process may have open. Node raises its own limit to this at start. */
export function maxOpenFiles(): number {
  return Number(/Max open files\s+\d+\s+(\d+)/.exec(fs.readFileSync('/proc/self/limits', 'utf8'))?.[1] ?? NaN)
}

const pollMs = 500
const quietPolls = 4
const maxPolls = 360
/** In ticks of 10 ms: a tenth of a core. */
const quietTicks = 5

/**
 * Waits until the process has neither computed nor written to disk for two seconds, or three minutes have passed.
 * Resolves with the milliseconds that it was still at work, to half a second.
 */
export async function untilQuiet(pid: number): Promise<number> {
  let before = readWork(pid)
  let lastBusyPoll = 0
  for (let poll = 1; poll - lastBusyPoll <= quietPolls && poll <= maxPolls; poll++) {
    await new Promise((resolve) => setTimeout(resolve, pollMs))
    const now = readWork(pid)
    const isQuiet = now.ticks - before.ticks <= quietTicks && now.writtenBytes === before.writtenBytes
    if (!isQuiet) lastBusyPoll = poll
    before = now
  }
  return lastBusyPoll * pollMs
}

function readWork(pid: number): { ticks: number; writtenBytes: number } {
  const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
  // proc(5): after the name in brackets, utime and stime are the 12th and 13th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const io = fs.readFileSync(`/proc/${String(pid)}/io`, 'utf8')
  return {
    ticks: Number(fields[11]) + Number(fields[12]),
    writtenBytes: Number(/write_bytes: (\d+)/.exec(io)?.[1] ?? 0),
  }
}
