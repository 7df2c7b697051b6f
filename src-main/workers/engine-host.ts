/** Entry point of the engine host: the process that owns the store and does what the shell passes on. */
import { createEngineHost } from './create-engine-host.ts'
import { createHostPort } from './host-port.ts'

createEngineHost(createHostPort())
