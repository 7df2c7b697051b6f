/** Apart from bridge.ts, so that the preload script carries no schema library. */

/** What a window may leave behind for the next start, in UTF-16 units: the rows of one screen, not of a workspace. */
export const maxKeptScreenLength = 1_000_000
