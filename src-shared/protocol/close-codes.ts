/** Why a socket was closed (SPEC.md, section Close codes). The reason text is for logs; programs go by the code. */
export const closeCodes = {
  malformed: 4400,
  signedOut: 4401,
  removed: 4403,
  version: 4406,
  noHello: 4408,
  outOfOrder: 4409,
  tooLarge: 4413,
  limit: 4429,
  serverFault: 4500,
  draining: 4503,
  slow: 4508,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]
