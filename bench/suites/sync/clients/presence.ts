import * as encoding from 'lib0/encoding'

/** The awareness update that a provider without a user sends first: one client, clock 0, an empty state. */
export function writePresence(encoder: encoding.Encoder, clientId: number): void {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, 1)
  encoding.writeVarUint(update, clientId)
  encoding.writeVarUint(update, 0)
  encoding.writeVarString(update, '{}')
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(update))
}
