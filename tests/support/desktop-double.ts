/**
 * A desktop of one's own, on a private D-Bus: a notification server and a host for tray icons, which write down what the
 * program does and can act as the person. The program gets it by DBUS_SESSION_BUS_ADDRESS.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import dbus from 'dbus-next'

export interface ShownNotification {
  readonly id: number
  readonly title: string
  readonly body: string
  readonly actions: readonly string[]
  readonly urgency: number | null
  readonly icon: string
  readonly isSilent: boolean
}

export interface MenuEntry {
  readonly id: number
  readonly label: string
  readonly isSeparator: boolean
  readonly isEnabled: boolean
  readonly children: readonly MenuEntry[]
}

export interface DesktopDouble {
  /** For the program's environment. */
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string }
  /** In the order they came; those that were replaced or closed too. */
  readonly shown: readonly ShownNotification[]
  /** Ids that the program closed itself. */
  readonly closed: readonly number[]
  /** Those that are up. */
  open(): readonly ShownNotification[]
  /** When the next such one is put up, by `performance.now()`. */
  whenShown(isWanted: (notification: ShownNotification) => boolean): Promise<number>
  /** The person clicks on it. */
  click(id: number): void
  /** The person presses one of its buttons, by its words. */
  press(id: number, label: string): void
  /** The person answers in its field. */
  answer(id: number, text: string): void
  /** The person takes it away. */
  dismiss(id: number): void
  /** Null while there is none. */
  tray(): TrayDouble | null
  stop(): Promise<void>
}

export interface TrayDouble {
  tooltip(): Promise<string>
  /** The icon's pixels, for telling one from another. */
  icon(): Promise<string>
  activate(): Promise<void>
  menu(): Promise<MenuEntry[]>
  click(id: number): Promise<void>
}

/** As the specification counts them. */
const closedBy = { person: 2, program: 3 } as const
const method = (inSignature: string, outSignature: string) => ({ inSignature, outSignature })

class Notifications extends dbus.interface.Interface {
  readonly shown: ShownNotification[] = []
  readonly closed: number[] = []
  readonly up = new Set<number>()
  readonly watchers = new Set<(notification: ShownNotification) => void>()

  Notify(
    _program: string,
    replaces: number,
    icon: string,
    title: string,
    body: string,
    actions: string[],
    hints: Record<string, dbus.Variant>,
  ): number {
    const id = replaces === 0 ? this.shown.length + 1 : replaces
    const urgency: unknown = hints['urgency']?.value
    const notification = {
      ...{ id, title, body, actions, icon },
      urgency: typeof urgency === 'number' ? urgency : null,
      isSilent: hints['suppress-sound']?.value === true,
    }
    this.shown.push(notification)
    this.up.add(id)
    for (const listener of [...this.watchers]) listener(notification)
    return id
  }
  CloseNotification(id: number): void {
    this.closed.push(id)
    this.up.delete(id)
    this.NotificationClosed(id, closedBy.program)
  }
  GetCapabilities(): string[] {
    return ['body', 'body-markup', 'actions', 'persistence', 'inline-reply']
  }
  GetServerInformation(): string[] {
    return ['desktop-double', 'outpost', '1', '1.2']
  }
  NotificationClosed(id: number, reason: number): [number, number] {
    return [id, reason]
  }
  NotificationReplied(id: number, text: string): [number, string] {
    return [id, text]
  }
  ActionInvoked(id: number, action: string): [number, string] {
    return [id, action]
  }
}
Notifications.configureMembers({
  methods: {
    Notify: method('susssasa{sv}i', 'u'),
    CloseNotification: method('u', ''),
    GetCapabilities: method('', 'as'),
    GetServerInformation: method('', 'ssss'),
  },
  signals: {
    NotificationClosed: { signature: 'uu' },
    ActionInvoked: { signature: 'us' },
    NotificationReplied: { signature: 'us' },
  },
})

class TrayWatcher extends dbus.interface.Interface {
  readonly items: string[] = []
  readonly RegisteredStatusNotifierItems: string[] = []
  readonly IsStatusNotifierHostRegistered = true
  readonly ProtocolVersion = 0

  RegisterStatusNotifierItem(service: string): void {
    this.items.push(service)
    this.StatusNotifierItemRegistered(service)
  }
  RegisterStatusNotifierHost(): void {
    this.StatusNotifierHostRegistered()
  }
  StatusNotifierItemRegistered(service: string): string {
    return service
  }
  StatusNotifierHostRegistered(): void {
    // Only a signal.
  }
}
const { ACCESS_READ: read } = dbus.interface
TrayWatcher.configureMembers({
  methods: {
    RegisterStatusNotifierItem: method('s', ''),
    RegisterStatusNotifierHost: method('s', ''),
  },
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: read },
    IsStatusNotifierHostRegistered: { signature: 'b', access: read },
    ProtocolVersion: { signature: 'i', access: read },
  },
  signals: {
    StatusNotifierItemRegistered: { signature: 's' },
    StatusNotifierHostRegistered: { signature: '' },
  },
})

/** @param hasTray without it the desktop shows notifications only */
export async function startDesktopDouble({ hasTray = true } = {}): Promise<DesktopDouble> {
  const { daemon, address } = await startBus()
  const bus = dbus.sessionBus({ busAddress: address })
  const notifications = new Notifications('org.freedesktop.Notifications')
  const watcher = new TrayWatcher('org.kde.StatusNotifierWatcher')
  bus.export('/org/freedesktop/Notifications', notifications)
  await bus.requestName('org.freedesktop.Notifications', 0)
  if (hasTray) {
    bus.export('/StatusNotifierWatcher', watcher)
    await bus.requestName('org.kde.StatusNotifierWatcher', 0)
  }
  const call = async (
    destination: string,
    path: string,
    member: readonly [contract: string, name: string],
    signature = '',
    body: unknown[] = [],
  ): Promise<unknown[]> => {
    const [contract, name] = member
    const reply = await bus.call(
      new dbus.Message({ destination, path, interface: contract, member: name, signature, body }),
    )
    return (reply?.body ?? []) as unknown[]
  }
  const trayOf = (service: string): TrayDouble => {
    const property = async (name: string): Promise<unknown> => {
      const [value] = await call(service, itemPath, ['org.freedesktop.DBus.Properties', 'Get'], 'ss', [
        itemContract,
        name,
      ])
      return (value as dbus.Variant).value
    }
    const menuPath = async () => String(await property('Menu'))
    return {
      async tooltip() {
        const [, , title, text] = (await property('ToolTip')) as [string, unknown, string, string]
        return text === '' ? title : text
      },
      async icon() {
        const pixmaps = (await property('IconPixmap')) as [number, number, Buffer][]
        return pixmaps
          .map(([width, height, data]) => `${width}x${height} ${data.toString('base64')}`)
          .join(' ')
      },
      async activate() {
        await call(service, itemPath, [itemContract, 'Activate'], 'ii', [0, 0])
      },
      async menu() {
        const [, root] = await call(service, await menuPath(), [menuContract, 'GetLayout'], 'iias', [
          0,
          -1,
          [],
        ])
        return entriesOf(root as Layout)
      },
      async click(id) {
        const event = [id, 'clicked', new dbus.Variant('s', ''), 0]
        await call(service, await menuPath(), [menuContract, 'Event'], 'isvu', event)
      },
    }
  }
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address },
    shown: notifications.shown,
    closed: notifications.closed,
    open: () => notifications.shown.filter(({ id }) => notifications.up.has(id)),
    whenShown: (isWanted) =>
      new Promise((resolve) => {
        const listener = (notification: ShownNotification) => {
          if (!isWanted(notification)) return
          notifications.watchers.delete(listener)
          resolve(performance.now())
        }
        notifications.watchers.add(listener)
      }),
    click: (id) => notifications.ActionInvoked(id, 'default'),
    press(id, label) {
      const actions = notifications.shown.findLast((each) => each.id === id)?.actions ?? []
      const at = actions.findIndex((each, index) => index % 2 === 1 && each === label)
      if (at < 0) throw new Error(`there is no button ${label}`)
      notifications.ActionInvoked(id, actions[at - 1] ?? '')
    },
    answer: (id, text) => notifications.NotificationReplied(id, text),
    dismiss(id) {
      notifications.up.delete(id)
      notifications.NotificationClosed(id, closedBy.person)
    },
    tray() {
      const service = watcher.items.at(-1)
      return service === undefined ? null : trayOf(service)
    },
    async stop() {
      bus.disconnect()
      const ended = once(daemon, 'exit')
      daemon.kill()
      await ended
    },
  }
}

const itemPath = '/StatusNotifierItem'
const itemContract = 'org.kde.StatusNotifierItem'
const menuContract = 'com.canonical.dbusmenu'

type Layout = readonly [
  id: number,
  properties: Readonly<Record<string, dbus.Variant | undefined>>,
  children: readonly dbus.Variant[],
]

function entriesOf([, , children]: Layout): MenuEntry[] {
  return children.map((child) => {
    const layout = child.value as Layout
    const [id, properties] = layout
    const label: unknown = properties['label']?.value
    return {
      id,
      label: typeof label === 'string' ? label.replace(/_(?!_)/g, '') : '',
      isSeparator: properties['type']?.value === 'separator',
      isEnabled: properties['enabled']?.value !== false,
      children: entriesOf(layout),
    }
  })
}

/** A bus that ends with us. */
async function startBus(): Promise<{ readonly daemon: ChildProcess; readonly address: string }> {
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1', '--nopidfile'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  process.once('exit', () => daemon.kill())
  const [line] = (await once(daemon.stdout, 'data')) as [Buffer]
  return { daemon, address: line.toString('utf8').trim() }
}
