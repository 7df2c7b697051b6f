import type { ProviderType } from '#shared/contract/providers.ts'
import type { ProviderPlace } from './guards.ts'
import type { HttpDeps } from './lines.ts'
import { createModelFile, type ModelFileDeps } from './model-file.ts'
import { createOllama } from './ollama.ts'
import { createOpenAi } from './openai.ts'
import type { AnswerProvider } from './provider.ts'

export function createProvider(
  type: ProviderType,
  deps: HttpDeps & ModelFileDeps,
  place: ProviderPlace,
): AnswerProvider {
  if (type === 'file') return createModelFile(deps, place)
  return type === 'ollama' ? createOllama(deps, place) : createOpenAi(deps, place)
}
