/** Entry point of the indexer's thread. */
import { startIndexerThread } from '../engine/search/index/indexer-thread.ts'

startIndexerThread()
