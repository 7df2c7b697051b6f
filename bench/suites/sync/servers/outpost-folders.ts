/** Where the data of one run is: all of it in the folder that goes when the run is over. */
import path from 'node:path'

export function outpostFolders(folder: string) {
  return { server: path.join(folder, 'server'), device: path.join(folder, 'device') }
}
