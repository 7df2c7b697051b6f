/**
 * The calls that windows wait for. Each ends exactly once: with the engine's answer, by its time, by cancelling, or
 * with the engine. A call made while the engine is not ready waits for it and has not been seen by the engine yet.
 */
import { err, type Err } from '#shared/base/result.ts'
import type { CallRequest, CallResponse } from '#shared/contract/bridge.ts'
import type { CallError } from '#shared/contract/errors.ts'

export interface PendingCalls {
  /** Waits for the answer. Two calls of a window with one id at a time are refused, and so is one too many. */
  add(windowId: number, request: CallRequest): Promise<CallResponse>
  /** The engine is there: hands over what waits, and from now on each call at once. */
  open(): void
  /** The engine is not there, but comes: calls wait. What it had seen ends as `engine-unavailable`. */
  hold(): void
  /** The engine does not come: everything ends as `engine-unavailable`, what still comes too. */
  refuse(): void
  answer(id: string, response: CallResponse): void
  cancel(windowId: number, id: string): void
  /** The window is gone: its calls run on, their answers are dropped. */
  forgetWindow(windowId: number): void
}

interface PendingCallsDeps {
  /** Hands a call to the engine. Its id is this module's own: unique among all windows. */
  readonly send: (request: CallRequest) => void
  readonly sendCancel: (id: string) => void
}

interface Pending {
  readonly windowId: number
  readonly callerId: string
  readonly forEngine: CallRequest
  sent: boolean
  readonly end: (response: CallResponse) => void
  readonly timer: NodeJS.Timeout
}

const defaultTimeoutMs = 30_000
const maxPerWindow = 1_000
/** The engine's own time-out comes later than ours, so that the answer is always `timeout`. */
const graceMs = 1_000

export function createPendingCalls({ send, sendCancel }: PendingCallsDeps): PendingCalls {
  const pending = new Map<string, Pending>()
  let mode: 'hold' | 'open' | 'refuse' = 'hold'
  let counter = 0

  const finish = (id: string, response: CallResponse): void => {
    const call = pending.get(id)
    if (!call) return
    pending.delete(id)
    clearTimeout(call.timer)
    call.end(response)
  }
  const abort = (id: string, type: 'timeout' | 'cancelled'): void => {
    const wasSent = pending.get(id)?.sent === true
    finish(id, failed({ type }))
    if (wasSent) sendCancel(id)
  }
  const ofWindow = (windowId: number) => [...pending].filter(([, call]) => call.windowId === windowId)
  const endAll = (which: (call: Pending) => boolean): void => {
    for (const [id, call] of [...pending]) if (which(call)) finish(id, failed({ type: 'engine-unavailable' }))
  }

  return {
    add(windowId, request) {
      if (mode === 'refuse') return Promise.resolve(failed({ type: 'engine-unavailable' }))
      const own = ofWindow(windowId)
      if (own.length >= maxPerWindow) return Promise.resolve(failed({ type: 'engine-unavailable' }))
      if (own.some(([, call]) => call.callerId === request.id)) {
        return Promise.resolve(failed({ type: 'invalid-input', issues: [{ path: 'id', code: 'duplicate' }] }))
      }
      return new Promise((end) => {
        counter += 1
        const id = `${windowId}.${counter}`
        const timeoutMs = request.timeoutMs ?? defaultTimeoutMs
        const timer = setTimeout(() => abort(id, 'timeout'), timeoutMs)
        const sent = mode === 'open'
        const forEngine = { ...request, id, timeoutMs: timeoutMs + graceMs }
        pending.set(id, { windowId, callerId: request.id, forEngine, sent, end, timer })
        if (sent) send(forEngine)
      })
    },
    open() {
      mode = 'open'
      for (const call of pending.values()) {
        if (call.sent) continue
        call.sent = true
        send(call.forEngine)
      }
    },
    hold() {
      mode = 'hold'
      endAll((call) => call.sent)
    },
    refuse() {
      mode = 'refuse'
      endAll(() => true)
    },
    answer: finish,
    cancel(windowId, callerId) {
      const id = ofWindow(windowId).find(([, call]) => call.callerId === callerId)?.[0]
      if (id !== undefined) abort(id, 'cancelled')
    },
    forgetWindow(windowId) {
      for (const [id] of ofWindow(windowId)) finish(id, failed({ type: 'cancelled' }))
    },
  }
}

function failed(error: CallError): Err<CallError> {
  return err(error)
}
