import { describe, expect, test } from 'vitest'
import type { PersonId, SpaceId, WorkspaceId } from '#shared/base/ids.ts'
import { serverApi } from '#shared/contract/server-api.ts'
import { createServerWorld, password } from '../support/sync-server.ts'

const hour = 3_600_000

describe('set-up', () => {
  test('takes the one-time code, makes workspace, owner and directory, and ends the code', async () => {
    const world = await createServerWorld()
    expect((await world.must('about', {})).needsSetup).toBe(true)
    const link = world.server.setupLink()
    const code = link?.split('/').at(-1) ?? ''
    expect(code).toMatch(/^[\w-]{43}$/)
    const [workspaceId, personId] = [world.nextId<WorkspaceId>(), world.nextId<PersonId>()]
    const olga = await world.setUp({ workspaceId, personId })
    expect(olga).toMatchObject({ workspaceId, personId, workspaceName: 'Tidewater', role: 'owner' })
    expect(world.records(olga.directoryId)).toEqual([
      [1, 'space', olga.directoryId, { kind: 'directory', parentId: null, members: [] }],
      [2, 'workspace', workspaceId, { name: 'Tidewater', createdAt: world.clock.now() }],
      [
        3,
        'person',
        personId,
        { name: 'Olga', email: 'olga@example.org', role: 'owner', title: '', removed: false },
      ],
    ])
    expect((await world.must('about', {})).needsSetup).toBe(false)
    expect(world.server.setupLink()).toBe(null)
    await expect(world.setUp({ code, email: 'eve@example.org' })).rejects.toThrow('setup-invalid')
    await world.restart()
    expect(world.server.setupLink()).toBe(null)
  })

  test('has a fresh code at each start as long as there is no account', async () => {
    const world = await createServerWorld({ publicAddress: 'sync.example.org' })
    const first = world.server.setupLink() ?? ''
    expect(first).toMatch(/^outpost:\/\/setup\/sync\.example\.org\/[\w-]{43}$/)
    await world.restart()
    expect(world.server.setupLink()).not.toBe(first)
    await expect(world.setUp({ code: first.split('/').at(-1) ?? '' })).rejects.toThrow('setup-invalid')
    await world.setUp()
  })

  test('of another workspace takes another code, and the password of an account that exists', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    await world.restart({ wantsSetupLink: true })
    await expect(world.setUp({ password: 'not hers at all' })).rejects.toThrow('wrong-password')
    await expect(world.setUp({ workspaceId: olga.workspaceId })).rejects.toThrow('invalid-input')
    const second = await world.setUp({ workspaceName: 'Northern' })
    expect(second.workspaceId).not.toBe(olga.workspaceId)
    const input = { email: 'olga@example.org', password, deviceName: 'phone', workspaceId: null }
    const { workspaces } = (await world.must('signIn', input)) as { workspaces: { name: string }[] }
    expect(workspaces.map(({ name }) => name).sort()).toEqual(['Northern', 'Tidewater'])
    const chosen = await world.must('signIn', { ...input, workspaceId: second.workspaceId })
    expect(chosen).toMatchObject({ workspaceId: second.workspaceId, personId: second.personId })
  })
})

describe('signing in', () => {
  const input = { email: 'Olga@Example.org ', password, deviceName: 'phone', workspaceId: null }

  test('gives a new device its token', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const phone = await world.must('signIn', input)
    expect(phone).toMatchObject({ personId: olga.personId, directoryId: olga.directoryId, role: 'owner' })
    expect('token' in phone && phone.token).not.toBe(olga.token)
  })

  test('answers a wrong password and an unknown address alike', async () => {
    const world = await createServerWorld()
    await world.setUp()
    const wrong = await world.call('signIn', { ...input, password: 'not hers at all' })
    const unknown = await world.call('signIn', { ...input, email: 'nobody@example.org' })
    expect(wrong.status).toBe(401)
    expect(wrong.body).toEqual({ error: 'wrong-password' })
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body])
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(wrong.headers))
  })

  test('is slowed down by account and address, also where the account is none', async () => {
    const world = await createServerWorld()
    await world.setUp()
    for (const email of ['olga@example.org', 'nobody@example.org']) {
      const tries = await Promise.all(
        Array.from({ length: 12 }, () => world.call('signIn', { ...input, email, password: 'no' })),
      )
      expect(tries.filter(({ error }) => error === 'too-many-tries')).toHaveLength(2)
      const refused = await world.call('signIn', { ...input, email })
      expect(refused).toMatchObject({
        status: 429,
        error: 'too-many-tries',
        headers: { 'retry-after': '900' },
      })
    }
    expect(await world.call('signIn', input, { from: '203.0.113.8' })).toMatchObject({ status: 200 })
    world.clock.advance(15 * 60_000)
    expect(await world.call('signIn', input)).toMatchObject({ status: 200 })
  })

  test('is forgiven a few wrong tries by a right one', async () => {
    const world = await createServerWorld()
    await world.setUp()
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 8; j++) await world.call('signIn', { ...input, password: 'no' })
      expect((await world.call('signIn', input)).status).toBe(200)
    }
  })

  test('of somebody who was removed is refused, with the right password', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const ava = await world.add(olga, 'Ava')
    await world.must('removeMember', { id: ava.personId }, olga)
    expect(await world.call('signIn', { ...input, email: 'ava@example.org' })).toMatchObject({
      error: 'no-access',
    })
  })

  test('takes the new password after a change, and not the old', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const next = 'Zwölf Möwen am Kai'
    expect((await world.call('changePassword', { current: 'no', next }, olga)).error).toBe('wrong-password')
    await world.must('changePassword', { current: password, next }, olga)
    expect((await world.call('signIn', input)).error).toBe('wrong-password')
    // The same letters, as another system writes them.
    await world.must('signIn', { ...input, password: next.normalize('NFD') })
  })
})

describe('invites', () => {
  const joining = { personName: 'Ava', email: 'ava@example.org', password, deviceName: 'laptop' }
  const codeOf = (link: string) => link.split('/').at(-1) ?? ''

  test('say what they are for, work once, and tell the directory', async () => {
    const world = await createServerWorld({ publicAddress: 'sync.example.org:9000' })
    const olga = await world.setUp()
    const { link, invite } = await world.must('createInvite', { role: 'admin' }, olga)
    expect(link).toMatch(/^outpost:\/\/join\/sync\.example\.org:9000\/[\w-]{43}$/)
    expect(invite.expiresAt - world.clock.now()).toBe(168 * hour)
    const code = codeOf(link)
    expect(await world.must('readInvite', { code })).toEqual({
      workspaceName: 'Tidewater',
      role: 'admin',
      email: '',
      invitedBy: 'Olga',
    })
    expect((await world.must('listInvites', {}, olga)).invites).toEqual([invite])
    const ava = await world.must('join', { ...joining, code })
    expect(ava).toMatchObject({ workspaceId: olga.workspaceId, role: 'admin' })
    expect(world.records(olga.directoryId).at(-1)?.slice(2)).toEqual([
      ava.personId,
      { name: 'Ava', email: 'ava@example.org', role: 'admin', title: '', removed: false },
    ])
    expect((await world.must('listInvites', {}, olga)).invites).toEqual([])
  })

  test('that expired, were used, ended or never were, or are for others, are refused alike', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const make = async (changes = {}) =>
      world.must('createInvite', { role: 'agent', validHours: 1, ...changes }, olga)
    const [used, ended, expired, bound] = [
      await make(),
      await make(),
      await make(),
      await make({ email: 'Gina@example.org', validHours: 48 }),
    ]
    await world.must('join', { ...joining, code: codeOf(used.link) })
    await world.must('endInvite', { id: ended.invite.inviteId }, olga)
    world.clock.advance(hour)
    const answers = await Promise.all(
      [used, ended, expired, bound, { link: 'x/unknown' }].map(({ link }) =>
        world.call('join', { ...joining, email: 'bo@example.org', code: codeOf(link) }),
      ),
    )
    for (const { status, body } of answers) expect([status, body]).toEqual([403, { error: 'invite-invalid' }])
    for (const { link } of [used, ended, expired]) {
      expect((await world.call('readInvite', { code: codeOf(link) })).error).toBe('invite-invalid')
    }
    await world.must('join', { ...joining, email: 'gina@example.org', code: codeOf(bound.link) })
  })

  test('are used by one of two who come at the same time', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const { link } = await world.must('createInvite', { role: 'agent' }, olga)
    const both = await Promise.all(
      ['ava@example.org', 'bo@example.org'].map((email) =>
        world.call('join', { ...joining, email, code: codeOf(link) }),
      ),
    )
    expect(both.map(({ error }) => error).sort()).toEqual([null, 'invite-invalid'].sort())
  })

  test('are made by admins, up to their own role', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const adam = await world.add(olga, 'Adam', 'admin')
    const ava = await world.add(olga, 'Ava')
    const gus = await world.add(olga, 'Gus', 'guest')
    const can = async (who: typeof olga, role: 'owner' | 'admin' | 'agent' | 'guest') =>
      (await world.call('createInvite', { role }, who)).error
    expect(await can(olga, 'owner')).toBe(null)
    expect([await can(adam, 'owner'), await can(adam, 'admin')]).toEqual(['no-access', null])
    for (const who of [ava, gus]) expect(await can(who, 'guest')).toBe('no-access')
    expect((await world.call('listInvites', {}, ava)).error).toBe('no-access')
    const { invites } = await world.must('listInvites', {}, adam)
    await world.must('setRole', { id: adam.personId, role: 'agent' }, olga)
    expect((await world.must('listInvites', {}, olga)).invites).toHaveLength(invites.length - 1)
  })

  test('name spaces for guests only, and only those that the inviter writes in', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const ava = await world.add(olga, 'Ava')
    const open = world.space(ava, 'queue')
    const closed = world.space(ava, 'queue', [ava.personId])
    const ask = async (role: 'agent' | 'guest', spaces: SpaceId[]) =>
      (await world.call('createInvite', { role, spaces }, olga)).error
    expect(await ask('guest', [open])).toBe(null)
    expect(await ask('agent', [open])).toBe('invalid-input')
    expect(await ask('guest', [closed])).toBe('not-found')
    expect(await ask('guest', [world.nextId()])).toBe('not-found')
    expect(await ask('guest', [olga.directoryId])).toBe('not-found')
  })

  test('of a member who exists take their password; who is in already is told so', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const ava = await world.add(olga, 'Ava')
    const { link } = await world.must('createInvite', { role: 'guest' }, olga)
    const input = { ...joining, code: codeOf(link) }
    expect((await world.call('join', { ...input, password: 'not hers at all' })).error).toBe('wrong-password')
    expect((await world.call('join', input)).error).toBe('account-exists')
    await world.must('removeMember', { id: ava.personId }, olga)
    expect(await world.must('join', input)).toMatchObject({ personId: ava.personId, role: 'guest' })
  })

  test('make somebody who was written down a member, where the invite is made out to them', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const personId = world.nextId<PersonId>()
    world.propose(olga, 'person', personId, { name: 'Ava', email: 'Ava@example.org', title: 'Night shift' })
    const open = await world.must('createInvite', { role: 'agent' }, olga)
    const other = await world.must('join', { ...joining, code: codeOf(open.link) })
    expect(other.personId).not.toBe(personId)
    world.propose(olga, 'person', personId, { name: 'Gina', email: 'gina@example.org' })
    const bound = await world.must('createInvite', { role: 'agent', email: 'gina@example.org' }, olga)
    const gina = { ...joining, email: 'gina@example.org', code: codeOf(bound.link) }
    expect(await world.must('join', gina)).toMatchObject({ personId })
  })
})

describe('devices', () => {
  test('are listed with when they were last here, and ended', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const signIn = { email: 'olga@example.org', password, deviceName: 'phone', workspaceId: null }
    const phone = (await world.must('signIn', signIn)) as typeof olga
    world.clock.advance(hour)
    const { devices } = await world.must('listDevices', {}, phone)
    expect(
      devices.map(({ name, isThis, lastSeenAt }) => [name, isThis, world.clock.now() - lastSeenAt]),
    ).toEqual([
      ['phone', true, 0],
      ['laptop', false, hour],
    ])
    world.heard()
    await world.must('endDevice', { id: phone.deviceId }, olga)
    expect(world.heard()).toEqual([{ type: 'device-ended', deviceId: phone.deviceId, reason: 'signed-out' }])
    expect(await world.call('listDevices', {}, phone)).toMatchObject({ status: 401, error: 'signed-out' })
    expect(world.server.policy.identify(phone.token)).toBe(null)
    await world.restart()
    expect((await world.must('listDevices', {}, olga)).devices).toHaveLength(1)
  })

  test('[C3] unknown, ended and removed ones are told the same', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const [ava, bo] = [await world.add(olga, 'Ava'), await world.add(olga, 'Bo')]
    await world.must('signOut', {}, ava)
    await world.must('removeMember', { id: bo.personId }, olga)
    const tokens = [ava.token, bo.token, 'A'.repeat(43), 'short', '', undefined]
    for (const token of tokens) {
      expect(await world.call('listDevices', {}, { token })).toMatchObject({
        status: 401,
        body: { error: 'signed-out' },
      })
      expect(world.server.policy.identify(token ?? '')).toBe(null)
    }
  })

  test('of others are none', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const ava = await world.add(olga, 'Ava')
    for (const id of [ava.deviceId, world.nextId<typeof ava.deviceId>()]) {
      expect((await world.call('endDevice', { id }, olga)).error).toBe('not-found')
    }
  })
})

describe('members', () => {
  test('change roles up to their own, and one owner stays', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const adam = await world.add(olga, 'Adam', 'admin')
    const ava = await world.add(olga, 'Ava')
    const set = async (who: typeof olga, target: typeof olga, role: 'owner' | 'admin' | 'agent' | 'guest') =>
      (await world.call('setRole', { id: target.personId, role }, who)).error
    expect(await set(ava, ava, 'admin')).toBe('no-access')
    expect(await set(adam, ava, 'owner')).toBe('no-access')
    expect(await set(adam, olga, 'agent')).toBe('no-access')
    expect(await set(olga, olga, 'admin')).toBe('last-owner')
    expect((await world.call('removeMember', { id: olga.personId }, olga)).error).toBe('last-owner')
    world.heard()
    expect(await set(adam, ava, 'admin')).toBe(null)
    expect(world.heard()).toContainEqual({
      type: 'access',
      workspaceId: olga.workspaceId,
      personId: ava.personId,
    })
    expect(await set(olga, adam, 'owner')).toBe(null)
    expect(await set(olga, olga, 'agent')).toBe(null)
    expect((await world.call('setRole', { id: world.nextId<PersonId>(), role: 'agent' }, adam)).error).toBe(
      'not-found',
    )
  })

  test('[A4] who is removed loses their devices, and everybody sees it', async () => {
    const world = await createServerWorld()
    const olga = await world.setUp()
    const ava = await world.add(olga, 'Ava')
    const bo = await world.add(olga, 'Bo')
    const closed = world.space(ava, 'channel', [ava.personId, bo.personId])
    const own = world.space(ava, 'channel', [ava.personId])
    expect((await world.call('removeMember', { id: ava.personId }, bo)).error).toBe('no-access')
    world.heard()
    await world.must('removeMember', { id: ava.personId }, olga)
    expect(world.heard()).toContainEqual({ type: 'device-ended', deviceId: ava.deviceId, reason: 'removed' })
    expect(world.records(olga.directoryId).at(-1)?.[3]).toMatchObject({ name: 'Ava', removed: true })
    expect(world.records(closed).at(-1)?.[3]).toMatchObject({ members: [bo.personId] })
    // Not emptied: a space without members would be open.
    expect(world.records(own).at(-1)?.[3]).toMatchObject({ members: [ava.personId] })
    expect(world.server.policy.canRead(world.identity(bo), own)).toBe(false)
    await world.must('removeMember', { id: bo.personId }, bo)
  })
})

describe('the interface', () => {
  const stranger = async (calls: readonly string[]) => {
    const world = await createServerWorld()
    return Promise.all(
      Object.entries(serverApi)
        .filter(([call]) => !calls.includes(call))
        .map(async ([call, { method, path }]) => {
          const response = await world.server.app.inject({ method, url: path, payload: { rubbish: 1 } })
          return [call, response.statusCode, response.body] as const
        }),
    )
  }

  test('asks for a token before it looks at anything else', async () => {
    const open = ['about', 'setUp', 'signIn', 'readInvite', 'join']
    for (const [call, status, body] of await stranger(open)) {
      expect([call, status, body]).toEqual([call, 401, '{"error":"signed-out"}'])
    }
  })

  test('refuses what is no JSON object of the right shape', async () => {
    const world = await createServerWorld()
    const send = async (payload: string, type = 'application/json') => {
      const { statusCode, body } = await world.server.app.inject({
        method: 'POST',
        url: '/api/sign-in',
        payload,
        headers: { 'content-type': type },
      })
      return [statusCode, body]
    }
    const refused = '{"error":"invalid-input"}'
    for (const payload of [
      '',
      '[]',
      '7',
      'null',
      '{"email":',
      '{"__proto__":{"email":"x"}}',
      '{"email":"a@b"}',
    ]) {
      expect(await send(payload)).toEqual([400, refused])
    }
    const valid = JSON.stringify({ email: 'a@b', password: 'p', deviceName: 'd', workspaceId: null, more: 1 })
    expect(await send(valid)).toEqual([400, refused])
    expect(await send(valid, 'text/plain')).toEqual([415, refused])
    expect(await send(`{"email":"${'x'.repeat(70_000)}"}`)).toEqual([413, refused])
    expect(await send('{}', 'application/x-www-form-urlencoded')).toEqual([415, refused])
  })

  test('says nothing of itself to other origins', async () => {
    const world = await createServerWorld()
    const { headers } = await world.server.app.inject({
      url: '/api/about',
      headers: { origin: 'https://evil.example' },
    })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers['server']).toBe(undefined)
    const missing = await world.server.app.inject({ url: '/nothing/here' })
    expect([missing.statusCode, missing.body]).toEqual([404, '{"error":"not-found"}'])
  })

  test('[C3] logs no password, token, code, address of people, id or query', async () => {
    const world = await createServerWorld()
    const code = world.server.setupLink()?.split('/').at(-1) ?? ''
    const olga = await world.setUp()
    const { link } = await world.must('createInvite', { role: 'agent' }, olga)
    const ava = await world.add(olga, 'Ava')
    await world.call('signIn', {
      email: 'olga@example.org',
      password: 'a wrong one',
      deviceName: 'x',
      workspaceId: null,
    })
    await world.must('endDevice', { id: ava.deviceId }, ava)
    await world.server.app.inject({ url: `/api/about?token=${olga.token}&secret=QUERY` })
    await world.server.app.inject({ url: `/api/elsewhere/${olga.token}` })
    const log = world.log()
    expect(log.match(/"msg":"request"/g)?.length).toBeGreaterThan(5)
    const secrets = [
      password,
      'a wrong one',
      code,
      link.split('/').at(-1) ?? '-',
      olga.token,
      ava.token,
      ava.deviceId,
      'example.org',
      'QUERY',
      'Olga',
      'Tidewater',
      'argon2',
    ]
    for (const secret of secrets) expect(log).not.toContain(secret)
  })
})
