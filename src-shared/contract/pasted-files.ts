/** Apart from attachments.ts, so that the preload script carries no schema library. */

/** What was pasted and lies in no file travels through memory, three times: pictures of screens, not films. */
export const maxPastedBytes = 25 * 1024 * 1024

/** How many of what was dropped are looked at. */
export const maxDropped = 25

/** Files and folders that are added to the library by one drop; a folder counts as one. */
export const maxLibraryDropped = 200
