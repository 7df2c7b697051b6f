/** Asking a question, from wherever one is. The ask area shows what comes of it. */
import type { QuestionId } from '#shared/base/ids.ts'
import { runCommand } from './commands.ts'
import { newId } from './ids.ts'
import { navigate } from './navigation.ts'
import { getPreferences } from './preferences.ts'

/** As the contract has it; importing its values would load all its schemas into the window. */
export const maxQuestionLength = 2_000

/** Which language model answers, as this device remembers it; null: none. */
export function chosenProvider(): string | null {
  return getPreferences().askWith || null
}

/** Asks, and opens the question. False where it could not be asked, which the person is told. */
export async function askQuestion(
  text: string,
  providerId: string | null = chosenProvider(),
): Promise<boolean> {
  const questionId = newId<QuestionId>()
  const result = await runCommand('ask.start', { questionId, text, providerId })
  if (result.ok) navigate({ area: 'ask', questionId })
  return result.ok
}
