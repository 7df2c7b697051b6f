/** Work that a test needs and does not look at: made through the window's own bridge, faster than by hand. */
import type { Page } from 'playwright-core'
import * as Y from 'yjs'
import type {
  CommandInput,
  CommandName,
  QueryInput,
  QueryName,
  QueryOutput,
} from '#shared/contract/contract.ts'
import { bridgeVersion, type CallRequest, type CallResponse } from '#shared/contract/bridge.ts'
import type { ArticleId, VersionId } from '#shared/base/ids.ts'
import { createUlidFactory, type Ulid } from '#shared/base/ulid.ts'
import { nodeToXml } from '#shared/model/article/article-xml.ts'
import type { ArticleNode } from '#shared/model/article/article-node.ts'

let calls = 0
let seed = 1
const ids = createUlidFactory(
  () => Date.now(),
  () => (seed = (seed * 16_807) % 2_147_483_647) & 0xff,
)
export const nextId = <T extends Ulid>(): T => ids.next() as T

async function call(page: Page, kind: CallRequest['kind'], name: string, input: unknown): Promise<unknown> {
  const request: CallRequest = { version: bridgeVersion, id: `test-${calls++}`, kind, name, input }
  const response = await page.evaluate(
    (sent) =>
      (globalThis as unknown as { bridge: { call(request: unknown): Promise<unknown> } }).bridge.call(sent),
    request,
  )
  const result = response as CallResponse
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value
}

export async function runInWindow<Name extends CommandName>(
  page: Page,
  name: Name,
  input: CommandInput<Name>,
): Promise<void> {
  await call(page, 'command', name, input)
}

export async function askInWindow<Name extends QueryName>(
  page: Page,
  name: Name,
  input: QueryInput<Name>,
): Promise<QueryOutput<Name>> {
  return (await call(page, 'query', name, input)) as QueryOutput<Name>
}

export interface NewArticle {
  readonly title: string
  readonly language: 'de' | 'en'
  readonly content: readonly ArticleNode[]
}

const text = (words: string): ArticleNode => ({ type: 'text', text: words, marks: [] })
export const heading = (words: string): ArticleNode => ({
  type: 'heading',
  level: 2,
  children: [text(words)],
})
export const paragraph = (words: string): ArticleNode => ({ type: 'paragraph', children: [text(words)] })
export const steps = (...lines: readonly string[]): ArticleNode => ({
  type: 'orderedList',
  children: lines.map((line) => ({ type: 'listItem', children: [paragraph(line)] })),
})

/** Writes an article and publishes it. */
/** The first row is the head. */
export const table = (...rows: readonly (readonly string[])[]): ArticleNode => ({
  type: 'table',
  children: rows.map((cells, at) => ({
    type: 'tableRow',
    children: cells.map((words) => ({
      type: at === 0 ? 'tableHeader' : 'tableCell',
      children: [paragraph(words)],
    })),
  })),
})
export async function publishArticle(
  page: Page,
  { title, language, content }: NewArticle,
): Promise<ArticleId> {
  const articleId = nextId<ArticleId>()
  await runInWindow(page, 'article.create', { articleId, title, language, spaceName: 'Knowledge' })
  const doc = new Y.Doc()
  doc.getXmlFragment('content').push(content.map(nodeToXml))
  const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
  await runInWindow(page, 'article.edit', { articleId, update })
  await runInWindow(page, 'article.publish', { articleId, versionId: nextId<VersionId>() })
  return articleId
}

const indexTimeoutMs = 60_000

/** Waits until everything that was written can be found by its meaning. */
export async function untilIndexed(page: Page, minChunks: number): Promise<void> {
  const deadline = Date.now() + indexTimeoutMs
  for (;;) {
    const { state, progress, chunks } = (await askInWindow(page, 'index.status', {})).meta
    if (state === 'idle' && progress === null && chunks >= minChunks) return
    if (Date.now() > deadline) throw new Error(`the index is ${state}, with ${chunks} passages`)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

/** Waits until a passage that holds these words is found by them. */
export async function untilFound(page: Page, words: string): Promise<void> {
  const deadline = Date.now() + indexTimeoutMs
  for (;;) {
    const { rows } = await askInWindow(page, 'search.passages', { text: words, limit: 10 })
    if (rows.some(({ text }) => text.includes(words))) return
    if (Date.now() > deadline) throw new Error(`nothing is found with "${words}"`)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}
