import { describe, expect, test } from 'vitest'
import { silentLog } from '#shared/base/log.ts'
import {
  createExternalLinks,
  type LinkAnswer,
  type LinkQuestion,
} from '../../src-main/shell/external-links.ts'

function createWorld(answers: (LinkAnswer | Error)[]) {
  const asked: LinkQuestion[] = []
  const opened: string[] = []
  const links = createExternalLinks<null>({
    ask: (question) => {
      asked.push(question)
      const answer = answers.shift()
      return answer instanceof Error || !answer
        ? Promise.reject(answer ?? new Error('no answer'))
        : Promise.resolve(answer)
    },
    openExternal: (address) => {
      opened.push(address)
      return Promise.resolve()
    },
    log: silentLog,
  })
  const follow = async (url: string): Promise<void> => {
    links.open(url, null)
    await settled()
  }
  return { asked, opened, links, follow }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))
const yes = { open: true, always: false }
const always = { open: true, always: true }
const no = { open: false, always: true }

describe('an address that leaves the program', () => {
  test('goes to the system once the person agreed, as it was shown', async () => {
    const { asked, opened, follow } = createWorld([yes])
    await follow('HTTPS://Exämple.org:8443/a b')
    expect(asked).toEqual([
      { address: 'https://xn--exmple-cua.org:8443/a%20b', site: 'xn--exmple-cua.org:8443', isMail: false },
    ])
    expect(opened).toEqual([asked[0]?.address])
  })

  test('goes nowhere after a no, also with the box ticked, and the next is asked about again', async () => {
    const { asked, opened, follow } = createWorld([no, no])
    await follow('https://example.org/')
    await follow('https://example.org/')
    expect([asked.length, opened.length]).toEqual([2, 0])
  })

  test('is not asked about again once a person said so, for exactly this site', async () => {
    const { asked, opened, follow } = createWorld([always, no, no, no])
    await follow('https://example.org/1')
    await follow('https://example.org/2')
    expect([asked.length, opened.length]).toEqual([1, 2])
    for (const other of ['https://example.org:8443/', 'https://a.example.org/', 'https://example.org.evil/'])
      await follow(other)
    expect([asked.length, opened.length]).toEqual([4, 2])
  })

  test('of mail is always asked about, by the names it goes to', async () => {
    const { asked, opened, follow } = createWorld([always, always])
    await follow('mailto:mara%40example.org?subject=x')
    await follow('mailto:mara@example.org?subject=y')
    expect(asked.map(({ site, isMail }) => [site, isMail])).toEqual([
      ['mara@example.org', true],
      ['mara@example.org', true],
    ])
    expect(opened).toHaveLength(2)
  })

  test('is asked about one at a time: a page that opens a thousand gets one question', async () => {
    const { asked, opened, links } = createWorld([yes])
    for (let n = 0; n < 1_000; n += 1) links.open(`https://example.org/${n}`, null)
    await settled()
    expect([asked.length, opened.length]).toEqual([1, 1])
  })

  test('goes nowhere when the window closes under the question, and the next one is asked about', async () => {
    const { asked, opened, follow } = createWorld([new Error('destroyed'), yes])
    await follow('https://example.org/1')
    await follow('https://example.org/2')
    expect([asked.length, opened]).toEqual([2, ['https://example.org/2']])
  })

  test('of a kind that is not listed is not even asked about', async () => {
    const { asked, follow } = createWorld([])
    for (const url of [
      'file:///etc/passwd',
      'javascript:1',
      'ms-msdt:/id',
      'smb://h/s',
      '',
      'x'.repeat(9_000),
    ])
      await follow(url)
    expect(asked).toEqual([])
  })
})
