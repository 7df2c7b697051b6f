/** Entry point of the thread that reads people's files. */
import { startParserThread } from '../engine/library/parser-thread.ts'

startParserThread()
