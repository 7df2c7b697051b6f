/** The server's side of files, spoken to in plain HTTP and by tus's own client. */
import fs from 'node:fs'
import path from 'node:path'
import { DetailedError, Upload } from 'tus-js-client'
import { describe, expect, test } from 'vitest'
import type { BlobId } from '#shared/base/blob-id.ts'
import type { SpaceId } from '#shared/base/ids.ts'
import { unwrap } from '#shared/base/result.ts'
import type { SignedIn } from '#shared/contract/server-api.ts'
import { createUploads } from '../../src-server/blobs/uploads.ts'
import { idOf, someBytes, tinyPng } from '../support/files.ts'
import { createServerWorld } from '../support/sync-server.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

interface Sent {
  readonly status: number
  readonly body: string
  readonly headers: Headers
}

/** A server that listens, with Olga (the owner) and a channel of hers. */
async function createBlobWorld() {
  const world = await createServerWorld()
  const olga = await world.setUp()
  const spaceId = world.space(olga, 'channel')
  const { address } = unwrap(await world.server.listen())
  const ask = async (
    who: SignedIn | null,
    method: string,
    at: string,
    headers: Record<string, string> = {},
    body?: Uint8Array,
  ): Promise<Sent> => {
    const response = await fetch(new URL(at, address), {
      method,
      headers: { ...(who ? { authorization: `Bearer ${who.token}` } : {}), ...headers },
      ...(body ? { body: new Uint8Array(body) } : {}),
    })
    return { status: response.status, body: await response.text(), headers: response.headers }
  }
  const begin = (who: SignedIn | null, space: string, sha256: string, size: number) =>
    ask(who, 'POST', '/blobs/uploads', {
      'tus-resumable': '1.0.0',
      'upload-length': String(size),
      'upload-metadata': `space ${base64(space)},sha256 ${base64(sha256)}`,
    })
  const patch = (who: SignedIn | null, url: string, offset: number, bytes: Uint8Array) =>
    ask(
      who,
      'PATCH',
      url,
      {
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      bytes,
    )
  const upload = async (who: SignedIn, space: SpaceId, bytes: Uint8Array, sha256: string = idOf(bytes)) => {
    const begun = await begin(who, space, sha256, bytes.length)
    if (begun.status !== 201) return begun
    return patch(who, begun.headers.get('location') ?? '', 0, bytes)
  }
  const files = () => listFiles(path.join(world.folder, 'blobs'))
  return { world, olga, spaceId, address, ask, begin, patch, upload, files }
}

const listFiles = (folder: string): string[] =>
  fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.length > 40)

describe('an upload', () => {
  test('by tus’s own client, in pieces, is whole on the server and is served as a download', async () => {
    const { olga, spaceId, address, ask, files } = await createBlobWorld()
    const bytes = someBytes(700_000)
    await tusUpload(address, olga, { space: spaceId, sha256: idOf(bytes) }, bytes)
    expect(files()).toEqual([path.join(idOf(bytes).slice(0, 2), idOf(bytes))])
    const whole = await fetch(`${address}/blobs/${spaceId}/${idOf(bytes)}`, {
      headers: { authorization: `Bearer ${olga.token}` },
    })
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-disposition': 'attachment',
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'accept-ranges': 'bytes',
      'content-length': '700000',
    })
    const head = await ask(olga, 'HEAD', `/blobs/${spaceId}/${idOf(bytes)}`)
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, '', '700000'])
  })

  test('of no bytes ends as it begins', async () => {
    const { olga, spaceId, begin, ask } = await createBlobWorld()
    const empty = new Uint8Array()
    expect((await begin(olga, spaceId, idOf(empty), 0)).status).toBe(201)
    expect((await ask(olga, 'GET', `/blobs/${spaceId}/${idOf(empty)}`)).status).toBe(200)
  })

  test('with content that is not what was announced is thrown away, and says so', async () => {
    const { world, olga, spaceId, upload, ask, files } = await createBlobWorld()
    const claimed = idOf(someBytes(10))
    const answer = await upload(olga, spaceId, someBytes(10, 2), claimed)
    expect([answer.status, answer.body]).toEqual([460, '{"error":"wrong-checksum"}'])
    expect((await ask(olga, 'GET', `/blobs/${spaceId}/${claimed}`)).status).toBe(404)
    expect(files()).toEqual([])
    expect(fs.readdirSync(path.join(world.folder, 'uploads'))).toEqual([])
  })

  test('over the limit is refused before a byte is sent', async () => {
    const { olga, spaceId, begin } = await createBlobWorld()
    const answer = await begin(olga, spaceId, idOf(tinyPng), 104_857_601)
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      413,
      { error: 'too-large', maxBytes: 104_857_600 },
    ])
  })

  test('longer than announced is cut off', async () => {
    const { olga, spaceId, begin, patch } = await createBlobWorld()
    const bytes = someBytes(2_000)
    const { headers } = await begin(olga, spaceId, idOf(bytes), 1_000)
    expect((await patch(olga, headers.get('location') ?? '', 0, bytes)).status).toBe(413)
  })

  test('needs a token, a space that one may write to, and a whole announcement', async () => {
    const { world, olga, spaceId, begin } = await createBlobWorld()
    const guest = await world.add(olga, 'Gus', 'guest')
    const sha = idOf(tinyPng)
    expect((await begin(null, spaceId, sha, 10)).status).toBe(401)
    const refused = await begin(guest, spaceId, sha, 10)
    const missing = await begin(guest, world.nextId<SpaceId>(), sha, 10)
    expect([refused.status, refused.body]).toEqual([404, '{"error":"not-found"}'])
    expect([missing.status, missing.body]).toEqual([refused.status, refused.body])
    for (const [space, hash] of [
      ['../../x', sha],
      [`${spaceId}\0`, sha],
      [spaceId, '../../etc/passwd'],
      [spaceId, sha.toUpperCase()],
      ['x'.repeat(5_000), sha],
    ]) {
      expect((await begin(olga, space!, hash!, 10)).status).toBe(400)
    }
    expect((await begin(olga, spaceId, sha, -1)).status).toBeGreaterThanOrEqual(400)
    expect(fs.readdirSync(path.join(world.folder, 'uploads'))).toEqual([])
  })

  test('is its owner’s: to others it looks as if it were not there', async () => {
    const { world, olga, spaceId, begin, patch, ask } = await createBlobWorld()
    const anna = await world.add(olga, 'Anna')
    const bytes = someBytes(100)
    const url = (await begin(olga, spaceId, idOf(bytes), 100)).headers.get('location') ?? ''
    const tus = { 'tus-resumable': '1.0.0' }
    expect((await ask(anna, 'HEAD', url, tus)).status).toBe(404)
    expect((await patch(anna, url, 0, bytes)).status).toBe(404)
    expect((await ask(anna, 'DELETE', url, tus)).status).toBe(404)
    expect((await ask(null, 'HEAD', url, tus)).status).toBe(401)
    expect((await patch(olga, url, 0, bytes)).status).toBe(204)
  })

  test('that was cut off goes on after a restart; nobody’s goes after a week', async () => {
    const { world, olga, spaceId, begin, patch } = await createBlobWorld()
    const bytes = someBytes(2_000)
    const url = (await begin(olga, spaceId, idOf(bytes), 2_000)).headers.get('location') ?? ''
    expect((await patch(olga, url, 0, bytes.subarray(0, 700))).status).toBe(204)
    await world.restart()
    const { address } = unwrap(await world.server.listen())
    const head = await fetch(new URL(url, address), {
      method: 'HEAD',
      headers: { authorization: `Bearer ${olga.token}`, 'tus-resumable': '1.0.0' },
    })
    expect(head.headers.get('upload-offset')).toBe('700')
    const uploads = path.join(world.folder, 'uploads')
    expect(fs.readdirSync(uploads)).toHaveLength(2)
    const sweeper = createUploads({ folder: uploads } as never)
    await sweeper.sweep(Date.now() - 60_000)
    expect(fs.readdirSync(uploads)).toHaveLength(2)
    await sweeper.sweep(Date.now() + 60_000)
    expect(fs.readdirSync(uploads)).toEqual([])
  })
})

describe('a blob', () => {
  test('can be read by who may read a space that has it; a bare hash opens nothing', async () => {
    const { world, olga, spaceId, upload, ask } = await createBlobWorld()
    const anna = await world.add(olga, 'Anna')
    const gus = await world.add(olga, 'Gus', 'guest')
    const closed = world.space(olga, 'direct', [olga.personId, anna.personId])
    const bytes = someBytes(500)
    const sha = idOf(bytes)
    expect((await upload(olga, closed, bytes)).status).toBe(204)
    const get = async (who: SignedIn, space: string, blob: string = sha) => {
      const { status, body } = await ask(who, 'GET', `/blobs/${space}/${blob}`)
      return [status, status === 200 ? 'bytes' : body]
    }
    const missing = [404, '{"error":"not-found"}']
    expect(await get(anna, closed)).toEqual([200, 'bytes'])
    expect(await get(gus, closed)).toEqual(missing)
    // In another space, that Gus and everybody may read, it is not.
    expect(await get(olga, spaceId)).toEqual(missing)
    expect(await get(gus, world.nextId())).toEqual(missing)
    expect(await get(olga, closed, 'f'.repeat(64))).toEqual(missing)
    expect(await get(olga, '..%2f..', sha)).toEqual(missing)
    const found = await world.must('findBlobs', { id: closed, blobs: [sha] }, { token: gus.token })
    expect(found.blobs).toEqual([])
    const copied = await world.call(
      'copyBlob',
      { id: spaceId, from: closed, blob: sha },
      { token: gus.token },
    )
    expect(copied.error).toBe('not-found')
    await world.must('copyBlob', { id: spaceId, from: closed, blob: sha }, { token: anna.token })
    expect(await get(olga, spaceId)).toEqual([200, 'bytes'])
  })

  test('is called by its content, whatever its sender says', async () => {
    const { world, olga, spaceId, upload, ask } = await createBlobWorld()
    await upload(olga, spaceId, tinyPng)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    await upload(olga, spaceId, svg)
    await upload(olga, spaceId, html)
    const typeOf = async (id: BlobId) =>
      (await ask(olga, 'HEAD', `/blobs/${spaceId}/${id}`)).headers.get('content-type')
    expect(await typeOf(idOf(tinyPng))).toBe('image/png')
    expect(await typeOf(idOf(html))).toBe('application/octet-stream')
    expect(await typeOf(idOf(svg))).not.toBe('image/svg+xml')
    const [found] = (
      await world.must('findBlobs', { id: spaceId, blobs: [idOf(tinyPng)] }, { token: olga.token })
    ).blobs
    expect(found).toEqual({ id: idOf(tinyPng), size: tinyPng.length, type: 'image/png' })
  })

  test('comes in ranges', async () => {
    const { olga, spaceId, upload, ask } = await createBlobWorld()
    const bytes = Buffer.from('0123456789')
    await upload(olga, spaceId, bytes)
    const range = async (value: string) => {
      const { status, body, headers } = await ask(olga, 'GET', `/blobs/${spaceId}/${idOf(bytes)}`, {
        range: value,
      })
      return [status, status === 416 ? '' : body, headers.get('content-range')]
    }
    expect(await range('bytes=0-3')).toEqual([206, '0123', 'bytes 0-3/10'])
    expect(await range('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10'])
    expect(await range('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10'])
    expect(await range('bytes=5-99')).toEqual([206, '56789', 'bytes 5-9/10'])
    expect(await range('bytes=10-')).toEqual([416, '', 'bytes */10'])
    expect(await range('bytes=0-1,3-4')).toEqual([200, '0123456789', null])
    expect(await range('nonsense')).toEqual([200, '0123456789', null])
  })

  test('lies once for all spaces, and goes with the last that has it', async () => {
    const { world, olga, spaceId, upload, files } = await createBlobWorld()
    const anna = await world.add(olga, 'Anna')
    const other = world.space(olga, 'channel')
    const bytes = someBytes(300)
    const blob = idOf(bytes)
    await upload(olga, spaceId, bytes)
    await upload(olga, other, bytes)
    expect(files()).toHaveLength(1)
    const erase = (who: SignedIn, id: SpaceId) => world.call('eraseBlob', { id, blob }, { token: who.token })
    expect((await erase(anna, spaceId)).error).toBe('no-access')
    expect((await erase(olga, spaceId)).error).toBe(null)
    expect(files()).toHaveLength(1)
    expect((await erase(olga, other)).error).toBe(null)
    expect(files()).toHaveLength(0)
    expect((await erase(olga, other)).error).toBe('not-found')
  })
})

async function tusUpload(
  address: string,
  who: SignedIn,
  metadata: Record<string, string>,
  bytes: Buffer,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    new Upload(bytes, {
      endpoint: `${address}/blobs/uploads`,
      headers: { authorization: `Bearer ${who.token}` },
      metadata,
      chunkSize: 100_000,
      retryDelays: [],
      onError: (error) =>
        reject(
          new Error(
            error instanceof DetailedError ? (error.originalResponse?.getBody() ?? '') : error.message,
          ),
        ),
      onSuccess: () => resolve(),
    }).start()
  })
}
