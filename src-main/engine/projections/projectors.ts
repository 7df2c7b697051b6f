import { articleLogProjector } from './article-log-projector.ts'
import { articleProjector } from './article-projector.ts'
import { chatProjector } from './chat-projector.ts'
import { personalProjector } from './personal-projector.ts'
import type { Projector } from './projector.ts'
import { settingsProjector } from './settings-projector.ts'
import { notesProjector, ticketProjector } from './ticket-projector.ts'

/** Every kind of document this program knows. */
export const projectors: readonly Projector[] = [
  settingsProjector,
  personalProjector,
  ticketProjector,
  notesProjector,
  chatProjector,
  articleProjector,
  articleLogProjector,
]
