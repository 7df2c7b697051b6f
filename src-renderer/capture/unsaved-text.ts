/**
 * What is written while nothing can be saved (no workspace yet, one that does not open): kept in the browser's own store
 * for this device, by workspace, and joined with the draft as soon as that can be had. A restart does not lose it.
 */
import { useEffect, useRef } from 'react'
import { runCommand } from '../state/commands.ts'
import type { Draft } from '../state/drafts.ts'
import { getWorkspaces } from '../state/workspaces.ts'
import { mergeTexts } from './merge-texts.ts'

const nameOf = (): string => `capture ${getWorkspaces().current}`

/**
 * @param isSafe the engine is there and has a workspace, so drafts are stored
 * @param isGivenUp it will not be there without the person doing something: what was kept is shown at once
 */
export function useUnsavedText(draft: Draft, isSafe: boolean, isGivenUp: boolean): void {
  const { text, isLoaded, setText } = draft
  const isRead = useRef(false)

  useEffect(() => {
    if (isRead.current || isSafe || !isGivenUp) return
    isRead.current = true
    const kept = localStorage.getItem(nameOf()) ?? ''
    if (kept !== '') setText(mergeTexts(kept, text))
  }, [isSafe, isGivenUp, text, setText])

  useEffect(() => {
    if (isSafe || !isRead.current) return
    if (text === '') localStorage.removeItem(nameOf())
    else localStorage.setItem(nameOf(), text)
  }, [isSafe, text])

  useEffect(() => {
    if (!isSafe || !isLoaded) return
    const name = nameOf()
    const kept = localStorage.getItem(name) ?? ''
    if (kept === '') return
    const merged = mergeTexts(draft.getText(), kept)
    setText(merged)
    void runCommand('draft.save', { key: 'capture/new', text: merged }, { isSilent: true }).then((saved) => {
      if (saved.ok) localStorage.removeItem(name)
    })
  }, [isSafe, isLoaded, draft, setText])
}
