/** Entry point of the thread that reads Markdown for the import of articles. */
import { startMarkdownThread } from '../engine/articles/markdown-thread.ts'

startMarkdownThread()
