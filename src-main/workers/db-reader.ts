/** Entry point of the reader thread. */
import { startReaderWorker } from '../engine/queries/reader-worker.ts'

startReaderWorker()
