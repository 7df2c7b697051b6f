/**
 * Names of files that other people gave: what is shown, and what a saved copy is called. They may hold anything, such as
 * ways out of a folder or characters that turn what follows around; what comes out here is one plain name.
 */

/** Fits into every file system's 255 bytes, with room for what a system adds to a copy. */
const maxBytes = 200
/** An ending longer than this is none. */
const maxEndingLength = 20

/** One name without a path, never empty, that can be written on Windows, macOS and Linux alike. */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/u).at(-1) ?? ''
  const plain = last
    // Control characters, those that nobody sees, and those that change the direction of text ("gpj.exe" as "exe.jpg").
    .replace(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060\u2066-\u2069\ufeff]/gu, '')
    .replace(/[:*?"<>|]/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '')
  const isDevice = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(\.|$)/iu.test(plain)
  return shorten(isDevice ? `_${plain}` : plain) || 'file'
}

/** In lower case, without the dot; empty where there is none. */
export function fileEnding(name: string): string {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? name.slice(dot + 1) : ''
  return ending.length <= maxEndingLength ? ending.toLowerCase() : ''
}

/** What a system runs instead of showing it, when it is opened. */
const programEndings: ReadonlySet<string> = new Set(
  (
    'ade adp appinstaller appref-ms appx appxbundle cab diagcab flatpak flatpakref img inetloc iqy library-ms mde ' +
    'mobileconfig msixbundle msu prefpane rdp search-ms service settingcontent-ms slk snap theme themepack url vhd vhdx webloc ' +
    'website wim xll app appimage apk application bash bat bin chm cmd com command cpl csh deb desktop dll dmg exe fish gadget hta inf ' +
    'ins iso jar jnlp js jse ksh lnk msc msi msix msp mst osx pif pkg pl ps1 ps1xml ps2 psc1 py pyw rb reg rpm run scf ' +
    'scr sct sh shb shs svg sys terminal tool url vb vbe vbs workflow ws wsc wsf wsh xpi zsh html htm xhtml mht mhtml'
  ).split(' '),
)

/** Whether opening a file of this name could run what is in it. */
export function isProgramName(name: string): boolean {
  return programEndings.has(fileEnding(name))
}

function shorten(name: string): string {
  if (utf8Length(name) <= maxBytes) return name
  const ending = fileEnding(name)
  const tail = ending === '' ? '' : name.slice(-ending.length - 1)
  let stem = ''
  let bytes = utf8Length(tail)
  for (const character of name.slice(0, name.length - tail.length)) {
    bytes += utf8Length(character)
    if (bytes > maxBytes) break
    stem += character
  }
  return stem.trimEnd() + tail
}

export function utf8Length(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
