/** What scrolls by itself is a stop for Tab, so that it scrolls by key too, and has a name for who does not see it. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface ScrollBoxProps {
  readonly label: string
  readonly as?: 'div' | 'pre' | 'blockquote'
  readonly className?: string
  readonly children: ReactNode
}

export function ScrollBox({ label, as: Element = 'div', className, children }: ScrollBoxProps): ReactNode {
  return (
    <Element role="group" tabIndex={0} aria-label={label} className={className}>
      {children}
    </Element>
  )
}

/** Lines that keep their breaks. */
export function CodeBox({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <ScrollBox as="pre" label={t('scroll.code')}>
      <code>{children}</code>
    </ScrollBox>
  )
}

/** @param children the parts of the table */
export function TableBox(props: { readonly className: string; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('ui')
  return (
    <ScrollBox className={props.className} label={t('scroll.table')}>
      <table>{props.children}</table>
    </ScrollBox>
  )
}
