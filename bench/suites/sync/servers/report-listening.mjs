/**
 * What every server process tells the benchmark: where it listens. It ends when the benchmark does. The servers are plain
 * JavaScript because Node's reader of TypeScript stays in a process's memory, about 14 MiB that are not the server's.
 *
 * @param {number} port
 * @param {Readonly<Record<string, string>>} extra what clients need to know besides
 */
export function reportListening(port, extra = {}) {
  process.once('disconnect', () => process.exit())
  process.send?.({ type: 'listening', port, extra })
}

/** @returns {string} */
export function dataFolder() {
  const folder = process.argv[2]
  if (folder === undefined) throw new Error('usage: node SERVER FOLDER')
  return folder
}
