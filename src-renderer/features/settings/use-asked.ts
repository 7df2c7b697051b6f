/**
 * What only the server knows: asked when it is first shown, when the connection comes back, and again on demand. The
 * last answer stays meanwhile.
 */
import { useCallback, useEffect, useState } from 'react'
import type { RequestInput, RequestName, RequestOutput } from '#shared/contract/contract.ts'
import type { CallError } from '#shared/contract/errors.ts'
import { runRequest } from '../../state/commands.ts'
import { useConnectionType } from '../../state/sync.ts'

export interface Asked<T> {
  readonly answer: T | null
  readonly error: CallError | null
  readonly isBusy: boolean
  readonly again: () => void
}

/** @param input stays as it was at first */
export function useAsked<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Asked<RequestOutput<Name>> {
  const isOnline = useConnectionType() === 'online'
  const [fixed] = useState(input)
  const [asked, setAsked] = useState<Omit<Asked<RequestOutput<Name>>, 'again'>>({
    answer: null,
    error: null,
    isBusy: true,
  })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const controller = new AbortController()
    void runRequest(name, fixed, { signal: controller.signal, isSilent: true }).then((result) => {
      if (controller.signal.aborted) return
      setAsked((before) =>
        result.ok
          ? { answer: result.value, error: null, isBusy: false }
          : { ...before, error: result.error, isBusy: false },
      )
    })
    return () => controller.abort()
  }, [name, fixed, isOnline, turn])
  const again = useCallback(() => {
    setAsked((before) => ({ ...before, isBusy: true }))
    setTurn((before) => before + 1)
  }, [])
  return { ...asked, again }
}
