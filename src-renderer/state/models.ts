/** Models of this device. All but this goes by commands: where a folder lies, only the shell says. */
import type { AddModelFileOutcome } from '#shared/contract/models.ts'
import { client } from '../bridge/window-client.ts'

/** Shows the system's dialog for a language model's file; it is in `provider.list` then. */
export const addModelFile = (): Promise<AddModelFileOutcome> => client.addModelFile()

/** Shows the system's dialog; what comes of it is in `model.list`. */
export function addModelFromFolder(modelId: string): void {
  void client.addModel(modelId)
}
