import {
  BookOpen,
  CircleCheck,
  Hash,
  Inbox,
  ListFilter,
  MessageSquare,
  PanelRight,
  Settings,
  Ticket,
} from 'lucide-react'
import { useCallback, useState, type ReactNode } from 'react'
import {
  Avatar,
  Button,
  CountBadge,
  defaultPaneSizes,
  IconButton,
  Kbd,
  Markdown,
  PaneFrame,
  PriorityIcon,
  RelativeTime,
  SearchField,
  Select,
  StateBadge,
  StateIcon,
  TagChip,
  TextArea,
  ticketPriorities,
  ticketStates,
  useFrameMode,
  VirtualList,
} from '../index.ts'

const subjects = [
  'Pumpe 4 verliert Druck',
  'Login on the tablet fails after update',
  'Rechnung 2026-118 doppelt gebucht',
  'Router in container 12 restarts every hour',
  'Ersatzteil für Förderband bestellen',
  'Customer asks for delivery date',
]
const startMs = Date.now()

/** A whole window made of nothing but the primitives, to judge them together. */
export function FramePage(): ReactNode {
  const [sizes, setSizes] = useState(defaultPaneSizes)
  const [isListOpen, setListOpen] = useState(true)
  const [isContextOpen, setContextOpen] = useState(true)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const isWide = useFrameMode() === 'wide'
  const [activeKey, setActiveKey] = useState('ticket-3')
  return (
    <div className="gallery-window">
      <PaneFrame
        sizes={sizes}
        onSizesChange={setSizes}
        isListOpen={isListOpen}
        onListOpenChange={setListOpen}
        isContextOpen={isWide ? isContextOpen : isDrawerOpen}
        onContextOpenChange={isWide ? setContextOpen : setDrawerOpen}
        singlePane="list"
        rail={<Rail />}
        list={<TicketList activeKey={activeKey} onActiveChange={setActiveKey} />}
        detail={
          <Detail
            onToggleContext={() => {
              if (isWide) setContextOpen(!isContextOpen)
              else setDrawerOpen(true)
            }}
          />
        }
        context={<Context />}
      />
    </div>
  )
}

function Rail(): ReactNode {
  const items = [
    { label: 'Inbox', icon: <Inbox aria-hidden />, keys: 'g i' },
    { label: 'Chat', icon: <MessageSquare aria-hidden />, keys: 'g c' },
    { label: 'Tickets', icon: <Ticket aria-hidden />, keys: 'g t' },
    { label: 'Knowledge', icon: <BookOpen aria-hidden />, keys: 'g k' },
  ]
  return (
    <div className="gallery-rail">
      {items.map(({ label, icon, keys }) => (
        <IconButton
          key={label}
          size="large"
          label={label}
          icon={icon}
          shortcut={keys}
          tooltipPlacement="right"
          isSelected={label === 'Tickets'}
        />
      ))}
      <span className="gallery-grow" />
      <IconButton label="All changes synced" icon={<CircleCheck aria-hidden />} tooltipPlacement="right" />
      <IconButton label="Settings" icon={<Settings aria-hidden />} tooltipPlacement="right" />
      <Avatar name="Jana Öztürk" isPresent isNamed />
    </div>
  )
}

interface TicketListProps {
  readonly activeKey: string
  readonly onActiveChange: (key: string) => void
}

function TicketList({ activeKey, onActiveChange }: TicketListProps): ReactNode {
  const getKey = useCallback((index: number) => `ticket-${index}`, [])
  const renderRow = useCallback(
    (index: number, { isActive }: { readonly isActive: boolean }) => (
      <div className="gallery-ticket" data-active={isActive}>
        <PriorityIcon priority={ticketPriorities[(index * 7) % 4] ?? 'low'} />
        <StateIcon state={ticketStates[(index * 3) % 5] ?? 'new'} />
        <span className="ui-truncate">{subjects[index % subjects.length]}</span>
        <RelativeTime className="gallery-faint" atMs={startMs - index * index * 400_000} />
      </div>
    ),
    [],
  )
  return (
    <>
      <header className="gallery-bar">
        <h1>All open</h1>
        <CountBadge count={100_000} max={99_999} />
        <span className="gallery-grow" />
        <IconButton label="Filter" icon={<ListFilter aria-hidden />} shortcut="f" />
      </header>
      <div className="gallery-search">
        <SearchField label="Search" placeholder="Search tickets" shortcut="/" />
      </div>
      <VirtualList
        className="gallery-grow"
        label="Tickets"
        role="listbox"
        count={100_000}
        getKey={getKey}
        indexOf={(key) => Number(key.slice('ticket-'.length))}
        renderRow={renderRow}
        rowHeight={32}
        activeKey={activeKey}
        onActiveChange={(_, key) => {
          onActiveChange(key)
        }}
      />
    </>
  )
}

function Detail({ onToggleContext }: { readonly onToggleContext: () => void }): ReactNode {
  return (
    <>
      <header className="gallery-bar">
        <span className="gallery-faint">OUT-1204</span>
        <h1 className="ui-truncate">Router in container 12 restarts every hour</h1>
        <span className="gallery-grow" />
        <Button size="small">Assign</Button>
        <IconButton
          label="Details"
          shortcut="Mod+I"
          icon={<PanelRight aria-hidden />}
          onPress={onToggleContext}
        />
      </header>
      <div className="gallery-thread">
        {[
          [
            'Tom Ivers',
            'The router in **container 12** restarts about every hour since Tuesday. Log attached:\n\n```\n14:02 watchdog: link lost\n14:03 reboot\n```',
          ],
          [
            'Jana Öztürk',
            'Thank you. Please pull the plug for ten seconds and tell me whether the green light comes back.',
          ],
          [
            'Tom Ivers',
            'It does, but only for some minutes. Could it be the power supply? See https://example.org/psu',
          ],
        ].map(([name = '', text = ''], index) => (
          <article key={index} className="gallery-message">
            <Avatar name={name} size="large" />
            <div>
              <header>
                <strong>{name}</strong>{' '}
                <RelativeTime className="gallery-faint" atMs={startMs - (9 - index * 3) * 700_000} />
              </header>
              <Markdown text={text} />
            </div>
          </article>
        ))}
      </div>
      <footer className="gallery-composer">
        <TextArea label="Reply" isLabelHidden isBare placeholder="Write a reply to Tom Ivers" minRows={2} />
        <div className="gallery-row">
          <span className="gallery-faint">
            <Hash size={12} aria-hidden /> Markdown works
          </span>
          <span className="gallery-grow" />
          <Kbd keys="Mod+Enter" />
          <Button variant="primary" size="small">
            Send
          </Button>
        </div>
      </footer>
    </>
  )
}

function Context(): ReactNode {
  return (
    <div className="gallery-context">
      <h2>Properties</h2>
      <dl>
        <dt>State</dt>
        <dd>
          <Select
            label="State"
            isLabelHidden
            isQuiet
            size="small"
            options={ticketStates.map((state) => ({
              id: state,
              label: state,
              icon: <StateIcon state={state} />,
            }))}
            value="open"
            onChange={() => undefined}
          />
        </dd>
        <dt>Priority</dt>
        <dd>
          <PriorityIcon priority="urgent" withLabel />
        </dd>
        <dt>Owner</dt>
        <dd>
          <Avatar name="Jana Öztürk" size="tiny" /> Jana Öztürk
        </dd>
        <dt>Tags</dt>
        <dd>
          <TagChip name="network" onRemove={() => undefined} />
          <TagChip name="container" />
        </dd>
        <dt>Linked</dt>
        <dd>
          <StateBadge state="solved" />
        </dd>
      </dl>
    </div>
  )
}
