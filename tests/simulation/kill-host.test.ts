/**
 * kill -9 at random moments during 200 rounds of writing into one folder. After each round: every acknowledged command is
 * there exactly once, what is there of the others is a beginning of what was sent, and no row is there twice. Every now
 * and then, and at the end: every projection equals its rebuild.
 *
 * Another seed: OUTPOST_SEED=123 npx vitest run --project simulation
 */
import fs from 'node:fs'
import { expect, test } from 'vitest'
import { createRandom } from '#shared/base/random.ts'
import { createUlidFactory } from '#shared/base/ulid.ts'
import { createAcknowledgedWork, type TrackedCall } from '../support/acknowledged-work.ts'
import { dumpDerived } from '../support/dump-tables.ts'
import { bundleHost, startHost } from '../support/engine-host-process.ts'
import { createFilledWorld, createWorld, lookAt } from '../support/engine-world.ts'
import { temporaryFolder } from '../support/temp-folder.ts'

const rounds = 200
const seed = Number(process.env['OUTPOST_SEED'] ?? 20_261_121)

/** Works on a copy, as the rebuild would take the place of what is to be looked at. */
async function expectEqualToRebuild(folder: string, round: number): Promise<void> {
  const copy = temporaryFolder()
  fs.cpSync(folder, copy, { recursive: true })
  const world = createWorld({ folder: copy, seed: round + 2 })
  await world.engine.settled()
  const rows = world.look(dumpDerived)
  expect(rows['dirty']).toEqual([])
  world.engine.rebuild()
  await world.engine.settled()
  expect(world.look(dumpDerived), `round ${round}`).toEqual(rows)
  expect(world.look((db) => db.pragma('integrity_check', { simple: true }))).toBe('ok')
  await world.engine.dispose()
  fs.rmSync(copy, { recursive: true, force: true })
}

test(`nothing acknowledged is lost and nothing is there twice over ${rounds} rounds of kill -9 (seed ${seed})`, async () => {
  console.log(`kill-host: OUTPOST_SEED=${seed}`)
  const random = createRandom(seed)
  const { world, channelId, queueId } = await createFilledWorld({ seed })
  const { folder } = world
  await world.engine.dispose()
  const hostFile = await bundleHost()
  const bytes = random.fork('ids')
  const ids = createUlidFactory(Date.now, () => bytes.int(0, 255))
  const work = createAcknowledgedWork({ random, nextId: () => ids.next(), channelId, queueId })

  const survived: TrackedCall[] = []
  const seen = {
    acknowledged: 0,
    killedInFlight: 0,
    survivedUnacknowledged: 0,
    lostUnacknowledged: 0,
    killedAtOpen: 0,
  }
  let nextHost = startHost(hostFile)

  for (let round = 1; round <= rounds; round++) {
    const host = nextHost
    nextHost = startHost(hostFile)
    if (random.chance(0.04)) {
      // Dies while it opens, checks and cleans up after the last death.
      const opening = host.open(folder)
      for (let turn = random.int(0, 40); turn > 0; turn--)
        await new Promise((resolve) => setImmediate(resolve))
      await Promise.all([host.kill(), opening])
      seen.killedAtOpen++
      continue
    }
    expect(await host.open(folder)).toBe(true)

    const sent: TrackedCall[] = []
    const dieAfter = random.int(0, 18)
    let answers = 0
    await new Promise<void>((resolve) => {
      for (let i = random.int(20, 30); i > 0; i--) {
        const tracked = work.next()
        sent.push(tracked)
        host.call('command', tracked.call.name, tracked.call.input, (response) => {
          expect(response).toMatchObject({ ok: true })
          tracked.isAcknowledged = true
          if (++answers === dieAfter) resolve()
        })
      }
      if (dieAfter === 0) setImmediate(resolve)
    })
    await host.kill()

    lookAt(folder, (db) => {
      const counts = sent.map((tracked) => tracked.count(db))
      const there = counts.filter((count) => count === 1).length
      expect(Math.max(...counts), `round ${round}: a row is there twice`).toBeLessThanOrEqual(1)
      sent.forEach(({ isAcknowledged, call }, index) => {
        if (isAcknowledged)
          expect(counts[index], `round ${round}: ${call.name} was acknowledged and is gone`).toBe(1)
      })
      expect(counts, `round ${round}: a later command is there without an earlier one`).toEqual(
        counts.map((_, index) => (index < there ? 1 : 0)),
      )
      const lost = sent.slice(there)
      lost.forEach((each) => work.forget(each))
      survived.push(...sent.slice(0, there))
      const acknowledged = sent.filter((each) => each.isAcknowledged).length
      seen.acknowledged += acknowledged
      seen.survivedUnacknowledged += there - acknowledged
      seen.lostUnacknowledged += lost.length
      if (lost.length > 0) seen.killedInFlight++
    })
    if (round % 40 === 0) await expectEqualToRebuild(folder, round)
  }
  await nextHost.kill()

  await expectEqualToRebuild(folder, rounds + 1)
  lookAt(folder, (db) => {
    for (const tracked of survived) expect(tracked.count(db), JSON.stringify(tracked.call)).toBe(1)
    const count = (sql: string) => db.prepare(sql).pluck().get() as number
    const messages = survived.filter(({ call }) => call.name === 'chat.send')
    expect(count('SELECT count(*) FROM messages')).toBe(messages.length)
    expect(count('SELECT count(*) FROM tickets')).toBe(
      survived.filter(({ call }) => call.name === 'ticket.create').length,
    )
    expect(count('SELECT count(*) FROM updates')).toBe(count('SELECT count(DISTINCT update_id) FROM updates'))
  })

  console.log(`kill-host: ${JSON.stringify(seen)}`)
  // Otherwise it proved nothing.
  expect(seen.acknowledged).toBeGreaterThan(rounds * 4)
  expect(seen.killedInFlight).toBeGreaterThan(rounds / 2)
  expect(seen.killedAtOpen).toBeGreaterThan(0)
  expect(seen.lostUnacknowledged).toBeGreaterThan(rounds)
})
