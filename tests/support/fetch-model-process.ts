/** A process that fetches the small model, to be killed in the middle: folder, address. */
import { silentLog } from '#shared/base/log.ts'
import { createModels } from '../../src-main/engine/search/models/models.ts'
import { modelId, smallModel } from './small-model.ts'

const [folder, address] = process.argv.slice(2)
if (folder === undefined || address === undefined) throw new Error('folder and address are missing')
const models = createModels({
  folder,
  fetch: (url, init) => fetch(url, init),
  catalogue: [smallModel().model],
  log: silentLog,
  onChange: () => undefined,
  onFiles: () => undefined,
})
models.fetch(modelId, address)
await models.settled()
