/** Two devices write one article without a network, and meet at a real server. */
import { expect, test } from 'vitest'
import type { ArticleId, TicketId, VersionId } from '#shared/base/ids.ts'
import { articleText } from '#shared/model/article/article-node.ts'
import type { PointRow } from '#shared/contract/sync.ts'
import { createLiveWindow, type LiveWindow } from '../support/live-window.ts'
import { createTestEditor, paragraph } from '../support/article-editor.ts'
import { createDevice, joinServer, setUpServer, startServer, type Device } from '../support/sync-world.ts'
import { nodeToXml } from '#shared/model/article/article-xml.ts'

const linesOf = async (device: Device, articleId: ArticleId) =>
  articleText((await device.ask('article.get', { articleId })).meta?.content ?? []).split('\n')

test('what both wrote offline is in the article of both, and versions, feedback and links with it', async () => {
  const running = await startServer()
  const ada = createDevice({ seed: 21 })
  const bob = createDevice({ seed: 22 })
  await setUpServer(running, ada)
  const articleId = ada.nextId<ArticleId>()
  ada.must('article.create', { articleId, title: 'Router', language: 'de', spaceName: 'Wissen' })
  const adas = createTestEditor(ada, articleId)
  await adas.load()
  adas.write('Anfang')
  adas.write('Ende')
  await ada.untilSynced()
  await joinServer(running, ada, bob, 'Bob')
  await bob.untilSynced()
  await expect.poll(() => linesOf(bob, articleId)).toEqual(['Anfang', 'Ende'])

  const port = Number(new URL(running.address).port)
  await running.stop()
  const bobs = createTestEditor(bob, articleId)
  await bobs.load()
  adas.type((content) => content.insert(1, [nodeToXml(paragraph('von Ada'))]))
  bobs.type((content) => content.insert(2, [nodeToXml(paragraph('von Bob'))]))
  ada.must('article.update', { articleId, fields: { category: 'Netz' } })
  bob.must('article.publish', { articleId, versionId: bob.nextId<VersionId>() })
  ada.must('article.saveVersion', { articleId, versionId: ada.nextId<VersionId>(), note: 'Ada' })
  ada.must('article.rate', { articleId, helped: true })
  bob.must('article.rate', { articleId, helped: false, note: 'Bild fehlt' })
  expect((await bob.ask('article.get', { articleId })).meta?.pending).toBe(true)

  await startServer({ folder: running.folder, port })
  await Promise.all([ada.untilSynced(), bob.untilSynced()])
  for (const device of [ada, bob]) {
    await expect.poll(() => linesOf(device, articleId)).toEqual(['Anfang', 'von Ada', 'Ende', 'von Bob'])
    const { meta } = await device.ask('article.get', { articleId })
    expect(meta).toMatchObject({ state: 'published', category: 'Netz', pending: false })
    await expect.poll(async () => (await device.ask('article.versions', { articleId })).rows.length).toBe(2)
    await expect
      .poll(async () => (await device.ask('article.feedback', { articleId })).meta)
      .toMatchObject({ helped: 1, notHelped: 1 })
  }
  // An editor that stayed open has all of it too.
  await adas.load()
  expect(adas.content.length).toBe(4)

  const ticketId = bob.nextId<TicketId>()
  const queueId = bob.nextId<never>()
  bob.must('queue.create', { queueId, name: 'Service' })
  bob.must('ticket.create', { ticketId, queueId, title: 'Rot' })
  bob.must('article.linkTicket', { articleId, ticketId, on: true })
  await expect
    .poll(async () => (await ada.ask('article.tickets', { articleId })).rows.map(({ title }) => title))
    .toEqual(['Rot'])
})

test('where somebody is in an article the others see while both have it open, and not longer', async () => {
  const running = await startServer()
  const ada = createDevice({ seed: 23 })
  const bob = createDevice({ seed: 24 })
  await setUpServer(running, ada)
  const articleId = ada.nextId<ArticleId>()
  ada.must('article.create', { articleId, title: 'Router', language: 'de', spaceName: 'Wissen' })
  await ada.untilSynced()
  await joinServer(running, ada, bob, 'Bob')
  await bob.untilSynced()
  await expect.poll(async () => (await bob.ask('article.get', { articleId })).meta?.title).toBe('Router')
  const topic = `doc/article/${articleId}`
  const open = (device: Device) => {
    const view = createLiveWindow((send) => device.engine.connect(send))
    view.subscribe(1, 'presence.list', { topic })
    view.subscribe(2, 'presence.points', { topic })
    return view
  }
  const pointsIn = (view: LiveWindow) => view.shown(2).rows.map((row) => (row as PointRow).point)
  const adas = open(ada)
  ada.must('presence.point', { topic, point: 'AQID' })
  // Who comes later learns it, too.
  const bobs = open(bob)
  await expect.poll(() => pointsIn(bobs)).toEqual(['AQID'])
  const stored = () => ada.look((db) => db.prepare('SELECT max(update_key) FROM updates').pluck().get())
  const before = stored()
  ada.must('presence.point', { topic, point: 'BAUG' })
  bob.must('presence.point', { topic, point: 'Bwg=' })
  await expect.poll(() => pointsIn(bobs)).toEqual(['BAUG'])
  await expect.poll(() => pointsIn(adas)).toEqual(['Bwg='])
  // Nobody's document changed.
  expect(stored()).toBe(before)

  bob.must('presence.point', { topic, point: '' })
  await expect.poll(() => pointsIn(adas)).toEqual([])
  adas.connection.close()
  await expect.poll(() => pointsIn(bobs)).toEqual([])
  expect(bobs.errors).toEqual([])
})
