/** The server's command line and environment. What it cannot make sense of it refuses in a sentence. */
import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/base/result.ts'
import { isLoopback } from './http/address.ts'
import { defaultSettings, type ServerSettings } from './settings.ts'

export interface Config extends Omit<ServerSettings, 'tls'> {
  readonly folder: string
  /** Paths of the certificate chain and its key. */
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  readonly wantsHelp: boolean
  readonly wantsVersion: boolean
}

const options = {
  data: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'behind-proxy': { type: 'boolean' },
  'insecure-public': { type: 'boolean' },
  'public-address': { type: 'string' },
  'metrics-token': { type: 'string' },
  restored: { type: 'boolean' },
  'new-setup-link': { type: 'boolean' },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const
type Option = keyof typeof options
type Values = { -readonly [Name in Option]?: string | boolean }

/** Said once, on one start: an environment would say them again at the next. */
const onlyFlags: readonly Option[] = ['restored', 'new-setup-link', 'help', 'version']

export const usage = `Usage: npm run server -- [options]

  --data DIR               folder for everything the server keeps (./outpost-server-data)
  --host ADDRESS           address to listen on (127.0.0.1)
  --port PORT              port to listen on (8787)
  --tls-cert FILE          certificate chain in PEM, and
  --tls-key FILE           its key: serves HTTPS
  --behind-proxy           a proxy on this machine or in the private network does TLS
  --insecure-public        listen on a public address without TLS all the same
  --public-address HOST[:PORT]
                           what people's devices reach the server by; stands in links
  --metrics-token TOKEN    lets others than this machine read /metrics
  --restored               the data folder was put back from an older copy
  --new-setup-link         prints a link for setting up another workspace
  --help, --version

Each but the last four can also come from the environment, such as OUTPOST_SERVER_DATA or OUTPOST_SERVER_BEHIND_PROXY=1.`

/** @returns the sentence to say where it cannot be used */
export function readConfig(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, string> {
  const given = readFlags(argv)
  if (!given.ok) return given
  const fromEnvironment = readEnvironment(environment)
  if (!fromEnvironment.ok) return fromEnvironment
  const values = { ...fromEnvironment.value, ...given.value }
  const text = (option: Option): string | null => {
    const value = values[option]
    return typeof value === 'string' ? value : null
  }
  const port = readPort(text('port'))
  if (port === null) return err('The port has to be a whole number from 0 to 65535.')
  const publicAddress = text('public-address')
  if (publicAddress !== null && !isPublicAddress(publicAddress)) {
    return err('The public address is a host, or a host and a port such as chat.example.org:8787.')
  }
  const certFile = text('tls-cert')
  const keyFile = text('tls-key')
  if ((certFile === null) !== (keyFile === null)) {
    return err('TLS needs both --tls-cert and --tls-key.')
  }
  const config: Config = {
    folder: text('data') ?? './outpost-server-data',
    host: text('host') ?? defaultSettings.host,
    port,
    tls: certFile !== null && keyFile !== null ? { certFile, keyFile } : null,
    isBehindProxy: values['behind-proxy'] === true,
    publicAddress,
    metricsToken: text('metrics-token'),
    isRestored: values.restored === true,
    wantsSetupLink: values['new-setup-link'] === true,
    wantsHelp: values.help === true,
    wantsVersion: values.version === true,
  }
  if (isExposed(config) && values['insecure-public'] !== true) {
    return err(
      `${config.host} can be reached from outside, and passwords would travel there in the clear. ` +
        'Give --tls-cert and --tls-key, or --behind-proxy where a proxy does TLS, or say --insecure-public.',
    )
  }
  return ok(config)
}

function isExposed({ host, tls, isBehindProxy }: Config): boolean {
  return !isLoopback(host) && tls === null && !isBehindProxy
}

function readFlags(argv: readonly string[]): Result<Values, string> {
  try {
    return ok(parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values)
  } catch (error) {
    // Node's first sentence names the option that is unknown or lacks its value.
    const [sentence = ''] = error instanceof Error ? error.message.split(/(?<=\.)\s/u) : []
    return err(`${sentence.replace(/\.?$/u, '.')} See --help.`)
  }
}

function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Result<Values, string> {
  const values: Values = {}
  for (const [option, { type }] of Object.entries(options) as [Option, { type: 'string' | 'boolean' }][]) {
    const name = `OUTPOST_SERVER_${option.toUpperCase().replaceAll('-', '_')}`
    const value = environment[name]
    if (value === undefined || value === '' || onlyFlags.includes(option)) continue
    if (type === 'string') values[option] = value
    else if (['1', 'true'].includes(value)) values[option] = true
    else if (!['0', 'false'].includes(value)) return err(`${name} has to be 1 or 0.`)
  }
  return ok(values)
}

function readPort(text: string | null): number | null {
  if (text === null) return defaultSettings.port
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : NaN
  return port <= 65_535 ? port : null
}

function isPublicAddress(text: string): boolean {
  return /^(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/iu.test(text) && text.length <= 255
}
