/** How bytes travel to and from the server: the part of the standard `fetch` that transfers use, handed in. */
export type BlobFetch = (
  url: string,
  init: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: Uint8Array<ArrayBuffer> | null
    readonly signal: AbortSignal
    readonly redirect: 'error'
  },
) => Promise<BlobResponse>

export interface BlobResponse {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  readonly body: AsyncIterable<Uint8Array> | null
  text(): Promise<string>
}

/** The server, and what lets this device in. */
export interface BlobServer {
  readonly address: string
  readonly token: string
  readonly fetch: BlobFetch
}

/** No piece of an answer for that long: the line is dead. */
export const silentMs = 30_000
