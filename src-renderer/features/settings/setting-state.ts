/** How a setting stands to its default. */
export interface SettingState {
  readonly isChanged: boolean
  /** Puts the default back. Answers with what takes that back. */
  readonly reset: () => () => void
}

export const unchanged: SettingState = { isChanged: false, reset: () => () => undefined }
