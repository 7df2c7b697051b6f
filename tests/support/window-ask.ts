/** A person who asks, follows a citation, and looks at what is marked there. */
import type { Locator } from 'playwright-core'
import type { WindowDriver } from './window-driver.ts'

export interface Asker {
  /** The field for a question; where the Ask area is open. */
  field(): Locator
  answer(question: string): Locator
  /** Puts a question and waits until it is on the screen, answered or not. */
  ask(question: string): Promise<Locator>
  /** Asks the question on the screen once more. */
  askAgain(question: string): Promise<void>
  /** Follows the citation of the sentence that holds these words. */
  follow(answer: Locator, words: string): Promise<void>
  /** The words that are marked in the place that is shown, as the screen has them. */
  markedWords(): Promise<string>
  /** Whether the first mark is within the window and within all that scrolls around it. */
  isMarkInView(): Promise<boolean>
  /** Waits until it is said that a passage is marked; gives its words. */
  untilMarked(): Promise<string>
  /** By the button of the line that tells of the mark. */
  goBack(): Promise<void>
}

export function createAsker(window: WindowDriver): Asker {
  const { page, say } = window
  const asker: Asker = {
    field: () => page.getByRole('textbox', { name: say('ask:box.label') }),
    answer: (question) => page.getByRole('article', { name: question, exact: true }),

    async ask(question) {
      await window.goTo('ask')
      await asker.field().fill(question)
      await asker.field().press('Enter')
      await asker.answer(question).waitFor()
      return asker.answer(question)
    },

    async askAgain(question) {
      await asker
        .answer(question)
        .getByRole('button', { name: say('ask:answer.again') })
        .click()
    },

    async follow(answer, words) {
      await answer
        .locator('span:has(> .ask-part-words)', { hasText: words })
        .first()
        .getByRole('button')
        .first()
        .click()
    },

    markedWords: () =>
      page.evaluate(() => {
        const ranges = [...(CSS.highlights.get('quote') ?? [])] as Range[]
        return ranges.map(String).join(' ')
      }),

    isMarkInView: () =>
      page.evaluate(() => {
        const first = [...(CSS.highlights.get('quote') ?? [])][0] as Range | undefined
        const element = first?.startContainer.parentElement
        if (!first || !element) return false
        const mark = first.getBoundingClientRect()
        const boxes = [document.documentElement.getBoundingClientRect()]
        for (let each: Element | null = element; each; each = each.parentElement) {
          if (each.scrollHeight > each.clientHeight && getComputedStyle(each).overflowY !== 'visible')
            boxes.push(each.getBoundingClientRect())
        }
        return boxes.every(({ top, bottom }) => mark.top >= top - 1 && mark.bottom <= bottom + 1)
      }),

    async untilMarked() {
      const one = say('ask:quote.marked', { count: 1 })
      const many = say('ask:quote.marked', { count: 2 })
      const status = page.getByRole('status')
      await status
        .filter({ hasText: one })
        .or(status.filter({ hasText: many }))
        .first()
        .waitFor()
      return await asker.markedWords()
    },

    async goBack() {
      await page.getByRole('button', { name: say('ask:quote.back') }).click()
    },
  }
  return asker
}
