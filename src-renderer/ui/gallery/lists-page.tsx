import { useCallback, useRef, useState, type ReactNode } from 'react'
import { Avatar, AvatarGroup, Button, Markdown, VirtualList, type VirtualListHandle } from '../index.ts'

/** Chat: older rows come in front, new ones at the end; nothing may jump. scripts can drive it through the buttons. */
export function ListsPage(): ReactNode {
  const [range, setRange] = useState({ from: 1000, to: 1060 })
  const [isAtEnd, setAtEnd] = useState(true)
  const [composerRows, setComposerRows] = useState(1)
  const list = useRef<VirtualListHandle>(null)
  const getKey = useCallback((index: number) => `m${range.from + index}`, [range.from])
  const renderRow = useCallback(
    (index: number) => {
      const number = range.from + index
      return (
        <article className="gallery-message" data-message={number}>
          <Avatar name={`Person ${number % 9}`} />
          <Markdown text={`Message ${number}\n${'more words '.repeat((number * 13) % 40)}`} />
        </article>
      )
    },
    [range.from],
  )
  return (
    <div className="gallery-window gallery-lists">
      <div className="gallery-row">
        <Button onPress={() => setRange((old) => ({ ...old, from: old.from - 50 }))}>Older</Button>
        <Button onPress={() => setRange((old) => ({ ...old, to: old.to + 1 }))}>New</Button>
        <Button onPress={() => setRange((old) => ({ from: old.from + 1, to: old.to + 1 }))}>
          New and trim
        </Button>
        <Button onPress={() => list.current?.scrollToEnd()}>End</Button>
        <Button onPress={() => list.current?.scrollToKey('m1010', 'center')}>To 1010</Button>
        <Button onPress={() => setComposerRows((rows) => rows + 3)}>Grow</Button>
        <AvatarGroup label="Here now" names={['Jana Öztürk', 'Max Weber', 'Lea Schmidt', 'Ada', 'Ben']} />
        <output data-at-end={isAtEnd}>{isAtEnd ? 'at end' : 'not at end'}</output>
      </div>
      <div className="gallery-grow gallery-scroll">
        <VirtualList
          ref={list}
          label="Messages"
          role="log"
          isMeasured
          count={range.to - range.from}
          getKey={getKey}
          renderRow={renderRow}
          rowHeight={60}
          onAtEndChange={setAtEnd}
        />
      </div>
      <div style={{ height: composerRows * 20 }} />
    </div>
  )
}
