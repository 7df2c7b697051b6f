/**
 * Whose pages are ours. Everything the bridge and the session allow hangs on this one question.
 */
export const appScheme = 'outpost-app'
export const appHost = 'app'
export const appUrl = `${appScheme}://${appHost}/`

/** Where the window's page comes from. */
export interface AppOrigin {
  /** The page to load. */
  readonly startUrl: string
  /** The bundler's server while developing, else null. */
  readonly devServer: URL | null
  isOwn(url: string): boolean
  /** Ours, and one that a window may show: not a script or a picture by itself. */
  isPage(url: string): boolean
}

/** @param devServerUrl of the bundler's server; only honoured where the program is not packaged */
export function createAppOrigin(devServerUrl: string | undefined): AppOrigin {
  const devServer = devServerUrl === undefined ? null : parseUrl(devServerUrl)
  const own = devServer ?? new URL(appUrl)
  const isOwn = (url: string): boolean => {
    const parsed = parseUrl(url)
    // Not `origin`: that is "null" for a scheme that Node's URL does not know.
    return (
      parsed !== null &&
      parsed.protocol === own.protocol &&
      parsed.host === own.host &&
      !hasCredentials(parsed)
    )
  }
  return {
    startUrl: devServer ? devServer.href : appUrl,
    devServer,
    isOwn,
    isPage: (url) => isOwn(url) && /^\/$|\.html$/u.test(new URL(url).pathname),
  }
}

export function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

export function hasCredentials(url: URL): boolean {
  return url.username !== '' || url.password !== ''
}
