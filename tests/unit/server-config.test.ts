import { describe, expect, test } from 'vitest'
import { readConfig, usage } from '../../src-server/config.ts'

const config = (argv: string[], environment = {}) => {
  const read = readConfig(argv, environment)
  if (!read.ok) throw new Error(read.error)
  return read.value
}
const refusal = (argv: string[], environment = {}) => {
  const read = readConfig(argv, environment)
  return read.ok ? null : read.error
}

describe('the server’s command line', () => {
  test('has a default for everything, which nobody outside this machine can reach', () => {
    expect(config([])).toEqual({
      folder: './outpost-server-data',
      host: '127.0.0.1',
      port: 8787,
      tls: null,
      isBehindProxy: false,
      publicAddress: null,
      metricsToken: null,
      isRestored: false,
      wantsSetupLink: false,
      wantsHelp: false,
      wantsVersion: false,
    })
  })

  test('refuses a public address without TLS, unless it is told to', () => {
    for (const host of [
      '0.0.0.0',
      '::',
      '192.168.1.4',
      'chat.example.org',
      'fe80::1',
      '127.0.0.1.example.org',
    ]) {
      expect(refusal(['--host', host])).toContain('in the clear')
      for (const option of [['--behind-proxy'], ['--insecure-public'], ['--tls-cert=a', '--tls-key=b']]) {
        expect(config(['--host', host, ...option]).host).toBe(host)
      }
    }
    for (const host of ['127.0.0.1', '127.8.0.1', '::1', 'localhost'])
      expect(config(['--host', host]).host).toBe(host)
  })

  test('says in a sentence what it cannot make sense of', () => {
    for (const port of ['x', '-1', '65536', '1.5', '']) {
      expect(refusal([`--port=${port}`])).toBe('The port has to be a whole number from 0 to 65535.')
    }
    expect(refusal(['--hots', 'a'])).toBe("Unknown option '--hots'. See --help.")
    expect(refusal(['--data'])).toContain('--data')
    expect(refusal(['serve'])).toContain('serve')
    expect(refusal(['--tls-cert', 'a'])).toBe('TLS needs both --tls-cert and --tls-key.')
    for (const address of ['https://a.example', 'a b', '/x', 'a:b', 'a:123456']) {
      expect(refusal(['--public-address', address])).toContain('public address')
    }
    for (const address of ['a.example', 'a.example:8787', '[::1]:80', '10.0.0.1']) {
      expect(config(['--public-address', address]).publicAddress).toBe(address)
    }
  })

  test('takes what is not said from the environment, but nothing that is meant for one start', () => {
    const environment = {
      OUTPOST_SERVER_DATA: '/srv/outpost',
      OUTPOST_SERVER_PORT: '9000',
      OUTPOST_SERVER_HOST: '0.0.0.0',
      OUTPOST_SERVER_BEHIND_PROXY: '1',
      OUTPOST_SERVER_METRICS_TOKEN: 'm',
      OUTPOST_SERVER_RESTORED: '1',
      OUTPOST_SERVER_NEW_SETUP_LINK: '1',
      OUTPOST_SERVER_PUBLIC_ADDRESS: '',
    }
    expect(config(['--port', '9001'], environment)).toMatchObject({
      folder: '/srv/outpost',
      port: 9001,
      isBehindProxy: true,
      metricsToken: 'm',
      isRestored: false,
      wantsSetupLink: false,
      publicAddress: null,
    })
    expect(refusal([], { OUTPOST_SERVER_INSECURE_PUBLIC: 'maybe' })).toBe(
      'OUTPOST_SERVER_INSECURE_PUBLIC has to be 1 or 0.',
    )
  })

  test('--help names every option', () => {
    for (const option of ['data', 'host', 'port', 'tls-cert', 'tls-key', 'behind-proxy', 'insecure-public']) {
      expect(usage).toContain(`--${option}`)
    }
    expect(config(['--help']).wantsHelp).toBe(true)
    expect(config(['--restored', '--new-setup-link'])).toMatchObject({
      isRestored: true,
      wantsSetupLink: true,
    })
  })
})
