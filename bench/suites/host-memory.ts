/** Resident memory of the engine host as its own process, idle after the first screen's queries. */
import { fork } from 'node:child_process'
import fs from 'node:fs'
import type { HostRequest, HostResponse } from '#shared/contract/host.ts'
import { atMost, reported, type Figure } from '../report.ts'

const entry = new URL('../../src-main/workers/engine-host.ts', import.meta.url)

export async function measureHostMemory(folder: string): Promise<Figure> {
  if (process.platform !== 'linux')
    return reported('engine host memory, idle', 'not measured', 'reads /proc, Linux only')
  const copy = fs.mkdtempSync(`${folder}-memory-`)
  fs.copyFileSync(`${folder}/workspace.db`, `${copy}/workspace.db`, fs.constants.COPYFILE_FICLONE)
  const host = fork(entry, { execArgv: ['--disable-warning=ExperimentalWarning'] })
  const ask = (request: HostRequest, isAnswer: (response: HostResponse) => boolean) =>
    new Promise<void>((resolve) => {
      const listen = (response: HostResponse) => {
        if (!isAnswer(response)) return
        host.off('message', listen)
        resolve()
      }
      host.on('message', listen)
      host.send(request)
    })
  try {
    await ask(
      { type: 'open', options: { folder: copy, sqliteBinding: null, demo: false, token: null } },
      (response) => response.type === 'opened',
    )
    const first = [
      'workspace.get',
      'chat.channels',
      'inbox.list',
      'ticket.counts',
      'ticket.queues',
      'ticket.list',
    ]
    for (const name of first) {
      const request = { version: 1, id: name, kind: 'query', name, input: {} } as const
      await ask({ type: 'call', request }, (response) => response.type === 'result' && response.id === name)
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    const status = fs.readFileSync(`/proc/${String(host.pid)}/status`, 'utf8')
    const mib = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
    return atMost(
      'engine host memory, large set, idle',
      mib,
      200,
      'MiB',
      'resident, Node process with its reader thread',
    )
  } finally {
    host.kill('SIGKILL')
    fs.rmSync(copy, { recursive: true, force: true })
  }
}
