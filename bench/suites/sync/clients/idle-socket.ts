/** A bare socket that speaks its provider's first words: ten thousand of them fit into one process. */
import type { WebSocket } from 'ws'
import type { IdleDevice } from '../subject.ts'

interface Handshake {
  /** What is sent as soon as the socket is open. */
  greetings(): readonly Uint8Array[]
  answer(data: Uint8Array): { readonly reply: Uint8Array | null; readonly isSynced: boolean }
}

/** Resolves when the server has sent all that it has. */
export function openIdleSocket(socket: WebSocket, handshake: Handshake): Promise<IdleDevice> {
  socket.binaryType = 'arraybuffer'
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      for (const message of handshake.greetings()) socket.send(message)
    })
    socket.on('message', (data) => {
      const { reply, isSynced } = handshake.answer(new Uint8Array(data as ArrayBuffer))
      if (reply !== null) socket.send(reply)
      if (isSynced) resolve({ isOpen: () => socket.readyState === socket.OPEN })
    })
    socket.on('close', (code) => reject(new Error(`closed with ${String(code)} before it was synchronised`)))
  })
}
