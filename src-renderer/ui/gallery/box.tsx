import type { ReactNode } from 'react'

export function Box({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <section className="gallery-box">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
