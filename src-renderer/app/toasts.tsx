/** Joins the toasts that state raises with the queue that shows them. */
import { useEffect, useState, type ReactNode } from 'react'
import { connectToasts } from '../state/toasts.ts'
import { createToastQueue, ToastRegion } from '../ui/index.ts'

export function Toasts(): ReactNode {
  const [queue] = useState(createToastQueue)
  useEffect(() => connectToasts(queue), [queue])
  return <ToastRegion queue={queue} />
}
