import { describe, expect, it } from 'vitest'
import { serveDeepLinks } from '../../src-main/shell/deep-links.ts'
import { deepLinkOf, parseDeepLink } from '../../src-main/shell/deep-link.ts'
import { silentLog } from '../../src-shared/base/log.ts'

const invite = 'outpost://join/sync.example.org/aB3_-x'

describe('a link from outside', () => {
  it.each([
    invite,
    'outpost://setup/localhost:8787/code?http=1',
    'outpost://join/[::1]:8787/code',
    'outpost://join/sync.example.org/code/',
    'outpost://ticket/01HZZZZZZZZZZZZZZZZZZZZZZA',
    'outpost://message/01HZZZZZZZZZZZZZZZZZZZZZZA/',
    'outpost://article/01HZZZZZZZZZZZZZZZZZZZZZZA',
  ])('%s passes', (link) => {
    expect(parseDeepLink(link)).toBe(link)
  })

  it.each([
    'outpost://join/sync.example.org',
    'outpost://join/user@sync.example.org/code',
    'outpost://join/sync.example.org/code?http=1&more=2',
    'outpost://join/sync.example.org/code#x',
    'outpost://open/sync.example.org/code',
    'https://join/sync.example.org/code',
    `${invite}\n--no-sandbox`,
    ` ${invite}`,
    `outpost://join/sync.example.org/${'a'.repeat(300)}`,
    '--data-dir=/somewhere',
    'outpost://ticket/01HZZZZZZZZZZZZZZZZZZZZZZ',
    'outpost://ticket/01HZZZZZZZZZZZZZZZZZZZZZZA/delete',
    'outpost://ticket/01HZZZZZZZZZZZZZZZZZZZZZZA?state=closed',
    'outpost://queue/01HZZZZZZZZZZZZZZZZZZZZZZA',
  ])('%j does not', (link) => {
    expect(parseDeepLink(link)).toBeNull()
  })

  it('is found among the arguments of a start', () => {
    expect(deepLinkOf(['/usr/bin/outpost', '--profile=a', invite])).toBe(invite)
    expect(deepLinkOf(['/usr/bin/outpost', '--demo'])).toBeNull()
  })
})

function setUp(argv: readonly string[] = []) {
  const shown: string[] = []
  const opened: ((event: { preventDefault: () => void }, url: string) => void)[] = []
  const registered: string[] = []
  const links = serveDeepLinks({
    app: {
      on: ((_name: string, listener: (typeof opened)[number]) => opened.push(listener)) as never,
      setAsDefaultProtocolClient: (scheme: string) => registered.push(scheme) > 0,
    },
    argv,
    isRegistered: argv.includes('--packaged'),
    show: (link) => shown.push(link) > 0,
    log: silentLog,
  })
  const open = (url: string) =>
    opened.forEach((listener) => listener({ preventDefault: () => undefined }, url))
  return { links, shown, open, registered }
}

describe('links to a server', () => {
  it('wait for the window, and are given to it once', () => {
    const { links, shown } = setUp([invite])
    expect(links.take()).toBe(invite)
    expect(links.take()).toBeNull()
    expect(shown).toEqual([])
  })

  it('are shown at once where there is a window, from a second start and from the system', () => {
    const { links, shown, open } = setUp()
    links.take()
    links.open(['outpost', invite])
    open(invite)
    expect(shown).toEqual([invite, invite])
    open('outpost://settings/whatever')
    expect(shown).toHaveLength(2)
  })

  it('are asked of the system only where that is wanted', () => {
    expect(setUp().registered).toEqual([])
    expect(setUp(['--packaged']).registered).toEqual(['outpost'])
  })
})
