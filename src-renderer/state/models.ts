/** Models of this device. All but this goes by commands: where a folder lies, only the shell says. */
import { client } from '../bridge/window-client.ts'

/** Shows the system's dialog; what comes of it is in `model.list`. */
export function addModelFromFolder(modelId: string): void {
  void client.addModel(modelId)
}
