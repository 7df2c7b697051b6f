import { useCallback, useEffect, useRef } from 'react'

/** The latest version of a handler under one identity, so that a memoised child is not drawn again for it. */
export function useStable<Args extends readonly unknown[]>(
  handler: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
