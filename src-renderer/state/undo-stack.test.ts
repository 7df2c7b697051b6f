import { describe, expect, it, vi } from 'vitest'
import { createUndoStack } from './undo-stack.ts'

describe('the undo stack', () => {
  it('takes back the latest step, each once', () => {
    const stack = createUndoStack()
    const first = { undo: vi.fn() }
    const second = { undo: vi.fn() }
    stack.push(first)
    stack.push(second)
    expect(stack.undoLatest()).toBe(true)
    expect(second.undo).toHaveBeenCalledTimes(1)
    expect(stack.undo(second)).toBe(false)
    expect(stack.undo(first)).toBe(true)
    expect(stack.undoLatest()).toBe(false)
    expect(second.undo).toHaveBeenCalledTimes(1)
  })

  it('forgets the oldest where there are too many', () => {
    const stack = createUndoStack(1)
    const first = { undo: vi.fn() }
    stack.push(first)
    stack.push({ undo: vi.fn() })
    expect(stack.undo(first)).toBe(false)
  })
})
