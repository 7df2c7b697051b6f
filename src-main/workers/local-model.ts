/** Entry point of the process that runs a language model's file. Its first message brings its line; it ends with that. */
import { serveLocalModel } from '../engine/ask/model-file/serve.ts'
import type { LocalModelPort } from '#shared/contract/local-model.ts'

interface UtilityParentPort {
  once(event: 'message', listener: (event: { ports: LocalModelPort[] }) => void): unknown
}

/** At once: it holds nothing that has to be tidied, and llama.cpp may be in the middle of something. */
const end = () => process.kill(process.pid, 'SIGKILL')
const parentPort = (process as { parentPort?: UtilityParentPort }).parentPort
if (parentPort) {
  parentPort.once('message', ({ ports: [port] }) => {
    if (port) serveLocalModel(port, end)
    else end()
  })
} else {
  // A child process under plain Node, where tests run the same code.
  serveLocalModel(
    {
      on(event: 'message' | 'close', listener: (event: { data: unknown }) => void) {
        if (event === 'message') process.on('message', (data) => listener({ data }))
        else process.on('disconnect', () => listener({ data: null }))
      },
      postMessage: (message) => process.send?.(message),
      start: () => undefined,
      close: () => process.disconnect(),
    },
    end,
  )
}
