/** Hard limits of the protocol (SPEC.md, section Limits). Both sides check them before they allocate or store. */
export const protocolLimits = {
  /** Bytes of one WebSocket message. */
  frameBytes: 8 * 1024 * 1024,
  /** Bytes of one update or snapshot; leaves room for the frame around it. */
  payloadBytes: 8 * 1024 * 1024 - 4096,
  /** Bytes of a record's body. */
  recordBytes: 64 * 1024,
  cursors: 10_000,
  pushItems: 500,
  pageEntries: 4_000,
  topics: 32,
  presences: 500,
  pointBytes: 512,
  compares: 200,
  stateVectorBytes: 256 * 1024,
  digestBytes: 16,
  tokenLength: 200,
  nameLength: 120,
  docIdLength: 120,
  topicLength: 120,
  detailLength: 200,
} as const
