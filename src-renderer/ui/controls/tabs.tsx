import type { ComponentPropsWithRef, ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs, type TabProps } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import './tabs.css'

export interface TabItem<Id extends string = string> {
  readonly id: Id
  readonly label: string
  readonly icon?: ReactNode
  /** A <CountBadge> or the like. */
  readonly trailing?: ReactNode
  /** Left out: the tabs only choose, and the caller draws the panel. */
  readonly content?: ReactNode
}

export interface TabsProps<Id extends string> {
  readonly label: string
  readonly items: readonly TabItem<Id>[]
  readonly value: Id
  readonly onChange: (value: Id) => void
  readonly className?: string
}

export function Tabs<Id extends string>({
  label,
  items,
  value,
  onChange,
  className,
}: TabsProps<Id>): ReactNode {
  return (
    <AriaTabs
      className={classNames('ui-tabs', className)}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = items.find((item) => item.id === key)
        if (chosen) onChange(chosen.id)
      }}
    >
      <TabList className="ui-tab-list" aria-label={label}>
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="ui-tab"
            // Without a panel of ours there is nothing that the tab could name as its own.
            {...(item.content === undefined ? { render: withoutPanel } : {})}
          >
            {item.icon}
            {item.label}
            {item.trailing}
          </Tab>
        ))}
      </TabList>
      {items.map((item) =>
        item.content === undefined ? null : (
          <TabPanel key={item.id} id={item.id} className="ui-tab-panel">
            {item.content}
          </TabPanel>
        ),
      )}
    </AriaTabs>
  )
}

const withoutPanel: NonNullable<TabProps['render']> = (props) => {
  // A tab that is no link is a div.
  const { 'aria-controls': _panel, ...rest } = props as ComponentPropsWithRef<'div'>
  return <div {...rest} />
}
