/** Entry of a client process: `node client-host.ts SUBJECT`, then requests over the process's own channel. */
import type { ClientRequest, ClientResponse } from './client-process.ts'
import { loadClient } from './clients/load.ts'
import { createOperations } from './operations.ts'
import { subjectNames } from './subject.ts'

process.once('disconnect', () => process.exit())
// Thousands of providers in one process each want to know when it ends.
process.setMaxListeners(0)

const subject = subjectNames.find((name) => name === process.argv[2])
if (subject === undefined) throw new Error(`no such subject: ${String(process.argv[2])}`)
const operations = createOperations(await loadClient(subject))

process.on('message', (request: ClientRequest) => {
  const run = operations[request.operation] as (input: unknown) => Promise<unknown>
  const respond = (response: ClientResponse) => process.send?.(response)
  run(request.input).then(
    (output) => respond({ id: request.id, output }),
    (error: unknown) =>
      respond({
        id: request.id,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
  )
})
