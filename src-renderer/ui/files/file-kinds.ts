/** What can be said of an attachment before anything of it is drawn. */
import type { AttachmentRow } from '#shared/contract/attachments.ts'

/** Pictures up to this are fetched when somebody comes by; larger ones on request, as lines may be thin. */
export const fetchedAtOnceBytes = 5 * 1024 * 1024
/** As much as the shell serves. */
export const shownBytes = 32 * 1024 * 1024

/** Its content is a picture of pixels alone, and not too large to be drawn. */
export const isShown = ({ isPicture, size }: AttachmentRow): boolean => isPicture && size <= shownBytes

export const hasBytes = ({ state }: AttachmentRow): boolean =>
  ['here', 'queued', 'uploading', 'upload-failed'].includes(state.type)

/** What the sender says it is; what it is its content says, once it is here. */
export const mayBePicture = ({ type }: Pick<AttachmentRow, 'type'>): boolean =>
  /^image\/(png|jpeg|gif|webp|avif)$/.test(type)

/** Worth fetching without being asked. */
export const isFetchedAtOnce = (file: AttachmentRow): boolean =>
  file.state.type === 'on-server' && mayBePicture(file) && file.size <= fetchedAtOnceBytes
