/** The processes of a program that was started, and their sockets, as Linux tells of them. */
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The process and all below it; elsewhere than on Linux itself alone. */
export function processTree(root: number): readonly number[] {
  return [root, ...threadsOf(root).flatMap(childrenOf).flatMap(processTree)]
}

/** Each thread has children of its own: the engine's process is not the first thread's. */
function threadsOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/task`
  return existsSync(folder) ? readdirSync(folder).map((thread) => `${folder}/${thread}/children`) : []
}

function childrenOf(file: string): readonly number[] {
  try {
    return readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    // The thread ended since it was listed.
    return []
  }
}

/** Sockets of the processes whose other end is not this machine; on Linux only. */
export function foreignConnections(pids: readonly number[]): readonly string[] {
  if (!existsSync('/proc/net/tcp')) return []
  const inodes = new Set(pids.flatMap((pid) => socketsOf(pid)))
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , remote = '', , , , , , , inode = '']) => inodes.has(inode) && !isThisMachine(remote))
      .map(([, , remote = '']) => `${kind} ${remote}`),
  )
}

function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.slice(1) ?? []
      } catch {
        // Closed since it was listed.
        return []
      }
    })
  } catch {
    // The process ended since it was listed.
    return []
  }
}

/** Nobody yet (all zeros), 127.0.0.0/8 or ::1, as the kernel writes them. */
function isThisMachine(remote: string): boolean {
  const address = remote.split(':')[0] ?? ''
  return (
    /^0+$/.test(address) ||
    /^[0-9A-F]{6}7F$/.test(address) ||
    address === '00000000000000000000000001000000' ||
    /^0{16}FFFF0000[0-9A-F]{6}7F$/.test(address)
  )
}
