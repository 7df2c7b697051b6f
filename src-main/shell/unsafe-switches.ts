/**
 * Switches of Chromium that open an installed program to others or weaken what its pages may do. They are taken off the
 * command line before they count. As in Chrome itself, they work where a data folder of its own is named: for tests of
 * the package, which then touch nobody's workspace.
 */
import path from 'node:path'

const unsafeSwitches = [
  // Somebody else looks in, or steers.
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'],
  ...['js-flags', 'load-extension', 'custom-devtools-frontend', 'ssl-key-log-file', 'log-net-log'],
  ...['auto-open-devtools-for-tabs', 'enable-automation'],
  // Another program is started in the place of one of our processes.
  ...[
    'browser-subprocess-path',
    'renderer-cmd-prefix',
    'utility-cmd-prefix',
    'gpu-launcher',
    'zygote-cmd-prefix',
  ],
  'ppapi-plugin-launcher',
  // The page may do what it must not.
  ...['disable-web-security', 'allow-file-access-from-files', 'allow-running-insecure-content'],
  ...['disable-site-isolation-trials', 'unsafely-treat-insecure-origin-as-secure', 'enable-blink-features'],
  ...['enable-experimental-web-platform-features', 'use-fake-ui-for-media-stream', 'single-process'],
  // What is loaded comes from elsewhere, or is not checked.
  ...['ignore-certificate-errors', 'ignore-certificate-errors-spki-list', 'host-rules', 'proxy-server'],
  'proxy-pac-url',
] as const

interface SwitchList {
  hasSwitch(name: string): boolean
  removeSwitch(name: string): void
}

interface UnsafeSwitchesDeps {
  readonly isPackaged: boolean
  /** As `--data-dir` names it; null without it. */
  readonly dataDir: string | null
  /** Where the data of all profiles lie. */
  readonly usualPlace: string
}

/**
 * Before the app is ready.
 * @returns the names of those that were there
 */
export function dropUnsafeSwitches(list: SwitchList, deps: UnsafeSwitchesDeps): readonly string[] {
  if (!deps.isPackaged || isElsewhere(deps)) return []
  const found = unsafeSwitches.filter((name) => list.hasSwitch(name))
  for (const name of found) list.removeSwitch(name)
  return found
}

function isElsewhere({ dataDir, usualPlace }: UnsafeSwitchesDeps): boolean {
  if (dataDir === null) return false
  const relative = path.relative(path.resolve(usualPlace), path.resolve(dataDir))
  return relative !== '' && (relative.startsWith('..') || path.isAbsolute(relative))
}
