import { Copy, Hash, MessageSquare, Pencil, Plus, Rows3, Send, Trash2, UserRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import {
  AlertDialog,
  Button,
  CommandPalette,
  createToastQueue,
  Dialog,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  ShortcutOverlay,
  StateIcon,
  Submenu,
  TextField,
  ticketStates,
  ToastRegion,
  type PaletteItem,
} from '../index.ts'
import { Box } from './box.tsx'

const toasts = createToastQueue()

const commands: readonly PaletteItem[] = [
  { id: 'new', group: 'Commands', title: 'New ticket', icon: <Plus aria-hidden />, shortcut: 'c' },
  {
    id: 'chat',
    group: 'Commands',
    title: 'Go to chat',
    icon: <MessageSquare aria-hidden />,
    shortcut: 'g c',
  },
  { id: 'general', group: 'Channels', title: 'general', hint: '48 people', icon: <Hash aria-hidden /> },
  ...Array.from({ length: 300 }, (_, index) => ({
    id: `ticket-${index}`,
    group: 'Tickets',
    title: `Pump ${index + 1} makes a noise`,
    titleRanges: [[0, 4]] as const,
    hint: 'Stadtwerke Ulm',
    icon: <StateIcon state={ticketStates[index % 5] ?? 'new'} />,
  })),
]

export function Overlays(): ReactNode {
  const [open, setOpen] = useState<string | undefined>(
    new URLSearchParams(location.search).get('open') ?? undefined,
  )
  const [query, setQuery] = useState('')
  const show = (name: string) => (isOpen: boolean) => {
    setOpen(isOpen ? name : undefined)
  }
  const found = commands.filter((item) => item.title.toLowerCase().includes(query.toLowerCase()))
  return (
    <Box title="Overlays">
      <div className="gallery-row">
        <Menu
          label="Message"
          trigger={<Button>Menu</Button>}
          isOpen={open === 'menu'}
          onOpenChange={show('menu')}
        >
          <MenuSection title="Message">
            <MenuItem label="Edit" icon={<Pencil aria-hidden />} shortcut="e" onAction={() => undefined} />
            <MenuItem
              label="Copy link"
              icon={<Copy aria-hidden />}
              shortcut="Mod+Shift+C"
              onAction={() => undefined}
            />
            <MenuItem
              label="Compact rows"
              icon={<Rows3 aria-hidden />}
              isChecked
              onAction={() => undefined}
            />
            <Submenu label="Assign" icon={<UserRound aria-hidden />}>
              <MenuItem label="Jana Öztürk" onAction={() => undefined} />
            </Submenu>
          </MenuSection>
          <MenuSection title="Danger">
            <MenuItem label="Not now" icon={<Send aria-hidden />} isDisabled onAction={() => undefined} />
            <MenuItem
              label="Delete"
              icon={<Trash2 aria-hidden />}
              isDanger
              shortcut="Delete"
              onAction={() => undefined}
            />
          </MenuSection>
        </Menu>
        <Popover
          label="Sync"
          trigger={<Button>Popover</Button>}
          isOpen={open === 'popover'}
          onOpenChange={show('popover')}
        >
          <p>All changes synced · 12 s ago</p>
        </Popover>
        <Button
          onPress={() => {
            setOpen('dialog')
          }}
        >
          Dialog
        </Button>
        <Button
          onPress={() => {
            toasts.add({
              text: 'Ticket closed',
              tone: 'success',
              action: { label: 'Undo', run: () => undefined, shortcut: 'Mod+Z' },
            })
          }}
        >
          Toast
        </Button>
      </div>
      <Dialog
        isOpen={open === 'dialog'}
        onOpenChange={show('dialog')}
        title="New ticket"
        actions={
          <>
            <Button>Cancel</Button>
            <Button variant="primary">Create</Button>
          </>
        }
      >
        <TextField label="Subject" />
      </Dialog>
      <AlertDialog
        isOpen={open === 'alert'}
        onOpenChange={show('alert')}
        title="Delete the channel “general”?"
        confirmLabel="Delete channel"
        isDanger
        onConfirm={() => undefined}
      >
        48 people lose its 12,031 messages. This cannot be undone.
      </AlertDialog>
      <CommandPalette
        isOpen={open === 'palette'}
        onOpenChange={show('palette')}
        query={query}
        onQueryChange={setQuery}
        items={found}
        onSelect={(item) => toasts.add({ text: item.title })}
      />
      <ShortcutOverlay
        isOpen={open === 'shortcuts'}
        onOpenChange={show('shortcuts')}
        groups={[
          {
            title: 'Everywhere',
            items: [
              { label: 'Command palette', keys: ['Mod+K'] },
              { label: 'Search', keys: ['/', 'Mod+F'] },
              { label: 'All keys', keys: ['?'] },
            ],
          },
          {
            title: 'Go',
            items: [
              { label: 'Tickets', keys: ['g t'] },
              { label: 'Chat', keys: ['g c'] },
            ],
          },
          {
            title: 'Ticket',
            items: ['Reply', 'Note', 'Assign', 'State'].map((label) => ({ label, keys: [label[0] ?? ''] })),
          },
        ]}
      />
      <ToastRegion queue={toasts} />
    </Box>
  )
}
