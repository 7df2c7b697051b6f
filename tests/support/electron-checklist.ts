/** Electron's security checklist, as electronjs.org/docs/latest/tutorial/security has it. docs/security.md has a row for each. */
export const electronChecklist = [
  'Only load secure content',
  'Do not enable Node.js integration for remote content',
  'Enable context isolation',
  'Enable process sandboxing',
  'Handle session permission requests from remote content',
  'Do not disable webSecurity',
  'Define a Content Security Policy',
  'Do not enable allowRunningInsecureContent',
  'Do not enable experimental features',
  'Do not use enableBlinkFeatures',
  'Do not use allowpopups for WebViews',
  'Verify WebView options before creation',
  'Disable or limit navigation',
  'Disable or limit creation of new windows',
  'Do not use shell.openExternal with untrusted content',
  'Use a current version of Electron',
  'Validate the sender of all IPC messages',
  'Avoid usage of the file:// protocol and prefer usage of custom protocols',
  'Check which fuses you can change',
  'Do not expose Electron APIs to untrusted web content',
] as const

/** The point's name in tests: its number and wording. */
export function checklistPoint(number: number): string {
  const wording = electronChecklist[number - 1]
  if (wording === undefined) throw new Error(`the checklist has no point ${number}`)
  return `${number}. ${wording}`
}
