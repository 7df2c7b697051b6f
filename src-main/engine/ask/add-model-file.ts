/** A language model's file becomes a provider. Where it lies came from the system's dialog, and goes to no page. */
import path from 'node:path'
import type { CommandContext } from '../commands/context.ts'
import { listProviders, putProvider } from './provider-rows.ts'

/** What a model of some billion parameters takes in on a machine of its time without filling it; can be changed. */
const contextTokens = 4_096
const answerTokens = 1_024

/** The same file again changes nothing. Inside a transaction. */
export function addModelFile({ db, changed, nextId, now }: CommandContext, file: string): void {
  const address = path.resolve(file)
  if (listProviders(db).some((each) => each.type === 'file' && each.address === address)) return
  const model = path.basename(address).replace(/\.gguf$/iu, '')
  putProvider(db, {
    ...{ id: nextId(), type: 'file', name: model, address, model, contextTokens, answerTokens },
    ...{ allowInsecure: false, hasKey: false, approved: null, withheldKinds: [], withheldSpaces: [] },
    addedAt: now(),
  })
  changed.add('providers')
}
