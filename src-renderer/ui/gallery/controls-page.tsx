import { Archive, Filter, Inbox, List, MoreHorizontal, Plus, Rows3 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import {
  Avatar,
  Badge,
  Banner,
  Button,
  Checkbox,
  ComboBox,
  CountBadge,
  CrashGuard,
  EmptyState,
  Highlight,
  IconButton,
  InlineError,
  Kbd,
  Markdown,
  PriorityIcon,
  ProgressBar,
  RadioGroup,
  RelativeTime,
  SearchField,
  SegmentedControl,
  Select,
  StateBadge,
  StateIcon,
  Switch,
  Tabs,
  TagChip,
  TextArea,
  TextField,
  ticketPriorities,
  ticketStates,
} from '../index.ts'
import { Box } from './box.tsx'
import { Overlays } from './overlays-box.tsx'

const startMs = Date.now()
const people = [
  { id: 'jana', label: 'Jana Öztürk' },
  { id: 'max', label: 'Max Weber' },
  { id: 'lea', label: 'Lea Schmidt', description: 'On holiday until Monday' },
]
const markdown = `Hello **team**, the pump at _site 4_ is ~~broken~~ repaired.
Second line of the same paragraph.

- check \`valve A\`, see https://example.org/manual
- [x] done
- [bad link](javascript:alert(1)) and ![a photo](https://example.org/x.png)

> Please confirm by noon.

\`\`\`
const pump = valve.open()
\`\`\`

| Part | Price |
| --- | --- |
| Seal | 4 € |
`

export function ControlsPage(): ReactNode {
  return (
    <main className="gallery">
      <Buttons />
      <Fields />
      <Choices />
      <Marks />
      <Feedback />
      <Texts />
      <Overlays />
    </main>
  )
}

function Buttons(): ReactNode {
  return (
    <Box title="Buttons">
      {(['small', 'medium', 'large'] as const).map((size) => (
        <div className="gallery-row" key={size}>
          <Button variant="primary" size={size} icon={<Plus aria-hidden />}>
            New ticket
          </Button>
          <Button size={size}>Assign</Button>
          <Button size={size} variant="ghost" trailing={<Kbd keys="r" />}>
            Reply
          </Button>
          <Button size={size} variant="danger">
            Delete
          </Button>
          <IconButton size={size} label="More actions" icon={<MoreHorizontal aria-hidden />} />
          <IconButton
            size={size}
            label="Filter"
            variant="secondary"
            icon={<Filter aria-hidden />}
            shortcut="f"
          />
          <IconButton size={size} label="List" isSelected icon={<List aria-hidden />} />
        </div>
      ))}
      <div className="gallery-row">
        <Button variant="primary" isDisabled>
          Primary
        </Button>
        <Button isDisabled>Secondary</Button>
        <Button variant="ghost" isDisabled>
          Ghost
        </Button>
        <IconButton label="Off" isDisabled icon={<Archive aria-hidden />} />
      </div>
    </Box>
  )
}

function Fields(): ReactNode {
  const [person, setPerson] = useState<string | null>('jana')
  const [owner, setOwner] = useState<string | null>(null)
  return (
    <Box title="Fields">
      <SearchField label="Search tickets" placeholder="Search" shortcut="/" />
      <TextField
        label="Subject"
        placeholder="What is it about?"
        isRequired
        description="One line is enough."
      />
      <TextField
        label="E-mail"
        defaultValue="jana@"
        isInvalid
        errorMessage="An address looks like name@example.org."
      />
      <TextArea label="Description" placeholder="Tell the whole story" minRows={2} />
      <div className="gallery-columns">
        <Select label="Owner" options={people} value={person} onChange={setPerson} />
        <ComboBox
          label="Person"
          options={people}
          value={owner}
          onChange={setOwner}
          placeholder="Type a name"
        />
      </div>
      <Select
        label="State"
        isQuiet
        options={ticketStates.map((state) => ({
          id: state,
          label: state,
          icon: <StateIcon state={state} />,
        }))}
        value="open"
        onChange={() => undefined}
      />
      <TextField label="Disabled" isDisabled defaultValue="Not now" />
    </Box>
  )
}

function Choices(): ReactNode {
  const [density, setDensity] = useState<string>('compact')
  const [layout, setLayout] = useState<string>('list')
  const [tab, setTab] = useState('talk')
  return (
    <Box title="Choices">
      <div className="gallery-row">
        <Checkbox defaultSelected>Only mine</Checkbox>
        <Checkbox>Closed too</Checkbox>
        <Checkbox isIndeterminate>Some</Checkbox>
        <Checkbox isDisabled defaultSelected>
          Off
        </Checkbox>
      </div>
      <div className="gallery-row">
        <Switch defaultSelected>Notifications</Switch>
        <Switch>Sounds</Switch>
        <Switch isDisabled>Off</Switch>
      </div>
      <RadioGroup
        label="Density"
        options={[
          { id: 'compact', label: 'Compact', description: 'More on the screen' },
          { id: 'comfortable', label: 'Comfortable' },
        ]}
        value={density}
        onChange={setDensity}
      />
      <SegmentedControl
        label="Layout"
        isLabelHidden
        options={[
          { id: 'list', label: 'List', icon: <List aria-hidden /> },
          { id: 'board', label: 'Board', icon: <Rows3 aria-hidden /> },
          { id: 'inbox', label: 'Inbox' },
        ]}
        value={layout}
        onChange={setLayout}
      />
      <Tabs
        label="Ticket"
        value={tab}
        onChange={setTab}
        items={[
          { id: 'talk', label: 'Conversation', content: 'The conversation.' },
          { id: 'notes', label: 'Notes', trailing: <CountBadge count={3} />, content: 'Three notes.' },
          { id: 'history', label: 'History', content: 'What happened.' },
        ]}
      />
    </Box>
  )
}

function Marks(): ReactNode {
  return (
    <Box title="Marks">
      <div className="gallery-row">
        {ticketStates.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </div>
      <div className="gallery-row">
        {ticketPriorities.map((priority) => (
          <PriorityIcon key={priority} priority={priority} withLabel />
        ))}
      </div>
      <div className="gallery-row">
        {(['neutral', 'accent', 'info', 'success', 'warning', 'danger'] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <CountBadge count={7} />
        <CountBadge count={140} isStrong />
      </div>
      <div className="gallery-row">
        <TagChip name="hardware" />
        <TagChip name="Lieferung" onRemove={() => undefined} />
        <TagChip name="vip" onRemove={() => undefined} />
        <TagChip name="a very long tag name that does not fit" />
      </div>
      <div className="gallery-row">
        {[
          'Jana Öztürk',
          'Max Weber',
          'Lea Schmidt',
          'Ali Kaya',
          'Mia Wong',
          'Tom Ivers',
          'Eva Lind',
          'Bo Ek',
        ].map((name) => (
          <Avatar key={name} name={name} isNamed isPresent={name.startsWith('M')} />
        ))}
        <Avatar name="Jana Öztürk" size="tiny" />
        <Avatar name="Jana Öztürk" size="small" />
        <Avatar name="Jana Öztürk" size="large" isPresent />
      </div>
      <div className="gallery-row">
        <Kbd keys="Mod+K" /> <Kbd keys="g t" /> <Kbd keys="Shift+Enter" /> <Kbd keys="?" />
        <RelativeTime atMs={startMs - 5 * 60_000} />
        <RelativeTime atMs={startMs - 26 * 3_600_000} />
      </div>
    </Box>
  )
}

function Broken(): ReactNode {
  throw new Error('The gallery breaks this on purpose')
}

function Feedback(): ReactNode {
  return (
    <Box title="Feedback">
      <Banner tone="info" title="You work offline">
        3 changes wait for the server.
      </Banner>
      <Banner
        tone="warning"
        title="Two people changed the owner"
        actions={<Button size="small">Settle</Button>}
      >
        Max and Lea both took this ticket.
      </Banner>
      <Banner tone="danger" title="1 change was refused" onDismiss={() => undefined}>
        Your text is kept; you can copy it.
      </Banner>
      <Banner tone="success" title="Import finished" />
      <InlineError>The name is taken.</InlineError>
      <ProgressBar
        label="Indexing messages"
        done={1204}
        total={10310}
        remainingMs={90_000}
        onCancel={() => undefined}
      />
      <ProgressBar label="Connecting" done={3} />
      <div className="gallery-columns">
        <div className="gallery-frame">
          <EmptyState
            icon={<Inbox />}
            title="No tickets here"
            text="A ticket is a piece of work for a customer, with an owner and a state."
            action={<Button variant="primary">New ticket</Button>}
            shortcut="c"
          />
        </div>
        <div className="gallery-frame">
          <CrashGuard area="Tickets">
            <Broken />
          </CrashGuard>
        </div>
      </div>
    </Box>
  )
}

function Texts(): ReactNode {
  return (
    <Box title="Texts">
      <Markdown text={markdown} highlight={['pump', 'seal']} />
      <Markdown text={'Plain text, fast path.\nSecond line with a Pümp.'} highlight={['pump']} />
      <p>
        <Highlight text="Marked by ranges" ranges={[[0, 6]]} />
      </p>
    </Box>
  )
}
