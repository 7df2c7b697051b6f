/** What one socket may cost. The protocol's own limits are in #shared/protocol/limits.ts. */
import { protocolLimits } from '#shared/protocol/limits.ts'

export interface GatewayLimits {
  readonly frameBytes: number
  /** Tokens a second, saved up for so many seconds [L2]. */
  readonly framesPerSecond: number
  readonly bytesPerSecond: number
  readonly savedSeconds: number
  /** How long a device may be slowed down [L2] or not take its answers [S12]. */
  readonly patienceSeconds: number
  /** Sockets of one address that have not said `hello` [L3]. */
  readonly unknownPerAddress: number
  readonly helloSeconds: number
  readonly silenceSeconds: number
  /** Beyond this a device is told of news by a poke, not with the page itself [S4]. */
  readonly pokeAboveBytes: number
  /** Beyond this nothing more is read from it, until it is down to half of that [S12]. */
  readonly pauseAboveBytes: number
  /** Beyond this it is dropped [S12]. */
  readonly dropAboveBytes: number
  readonly pageBytes: number
  readonly pageEntries: number
}

const kibi = 1024
const mebi = 1024 * kibi

export const defaultGatewayLimits: GatewayLimits = {
  frameBytes: protocolLimits.frameBytes,
  framesPerSecond: 200,
  bytesPerSecond: 16 * mebi,
  savedSeconds: 10,
  patienceSeconds: 30,
  unknownPerAddress: 200,
  helloSeconds: 10,
  silenceSeconds: 90,
  pokeAboveBytes: 256 * kibi,
  pauseAboveBytes: 1 * mebi,
  dropAboveBytes: 16 * mebi,
  pageBytes: 512 * kibi,
  pageEntries: protocolLimits.pageEntries,
}
