/** How a server is to run; `config.ts` reads it from the command line. */
export interface ServerSettings {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  /** In PEM. */
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly isBehindProxy: boolean
  /** Host, and port where it is not the usual one, that people reach the server by; null: where it listens. */
  readonly publicAddress: string | null
  readonly metricsToken: string | null
  /** The data comes from an older copy: take a new epoch [E1]. */
  readonly isRestored: boolean
  /** A set-up link also where accounts exist: for another workspace. */
  readonly wantsSetupLink: boolean
}

export const defaultSettings: ServerSettings = {
  host: '127.0.0.1',
  port: 8787,
  tls: null,
  isBehindProxy: false,
  publicAddress: null,
  metricsToken: null,
  isRestored: false,
  wantsSetupLink: false,
}
