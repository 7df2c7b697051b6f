/** The design system's door: features import from here. The styles come with the components; theme/ is loaded once. */
export { Button, type ButtonProps, type ButtonVariant, type ControlSize } from './controls/button.tsx'
export { Checkbox, type CheckboxProps } from './controls/checkbox.tsx'
export { ComboBox, type ComboBoxProps } from './controls/combo-box.tsx'
export { IconButton, type IconButtonProps } from './controls/icon-button.tsx'
export { RadioGroup, SegmentedControl, type RadioGroupProps } from './controls/radio-group.tsx'
export { SearchField, type SearchFieldProps } from './controls/search-field.tsx'
export { Select, type Option, type SelectProps } from './controls/select.tsx'
export { Switch, type SwitchProps } from './controls/switch.tsx'
export { Tabs, type TabItem, type TabsProps } from './controls/tabs.tsx'
export { TextArea, type TextAreaProps } from './controls/text-area.tsx'
export { TextField, type TextFieldProps } from './controls/text-field.tsx'

export { AlertDialog, Dialog, type AlertDialogProps, type DialogProps } from './overlays/dialog.tsx'
export { FormDialog, type FormDialogProps } from './overlays/form-dialog.tsx'
export { ContextMenu, type ContextMenuProps, type Point } from './overlays/context-menu.tsx'
export {
  Menu,
  MenuItem,
  MenuSection,
  MenuSeparator,
  Submenu,
  type MenuItemProps,
  type MenuProps,
} from './overlays/menu.tsx'
export { Popover, type PopoverProps } from './overlays/popover.tsx'
export { Tooltip, type TooltipProps } from './overlays/tooltip.tsx'

export { Banner, InlineError, type BannerProps, type BannerTone } from './feedback/banner.tsx'
export { CrashGuard, type CrashGuardProps } from './feedback/crash-guard.tsx'
export { EmptyState, type EmptyStateProps } from './feedback/empty-state.tsx'
export { ProgressBar, type ProgressBarProps } from './feedback/progress-bar.tsx'
export { createToastQueue, type Toast, type ToastQueue } from './feedback/toast-queue.ts'
export { ToastRegion, type ToastRegionProps } from './feedback/toast-region.tsx'

export { Avatar, type AvatarProps } from './marks/avatar.tsx'
export { AvatarGroup, type AvatarGroupProps } from './marks/avatar-group.tsx'
export { Badge, CountBadge, type BadgeProps, type CountBadgeProps, type Tone } from './marks/badge.tsx'
export { Kbd, type KbdProps } from './marks/kbd.tsx'
export { RelativeTime, type RelativeTimeProps } from './marks/relative-time.tsx'
export { TagChip, type TagChipProps } from './marks/tag-chip.tsx'
export { useTicker } from './marks/ticker.ts'
export { PriorityIcon, ticketPriorities, type TicketPriorityName } from './marks/ticket-priority.tsx'
export { StateBadge, StateIcon, ticketStates, type TicketStateName } from './marks/ticket-state.tsx'

export { AttachmentList, type AttachmentActions, type AttachmentListProps } from './files/attachment-list.tsx'
export { DraftFiles, type DraftFilesProps } from './files/draft-files.tsx'
export { CodeBox, ScrollBox, TableBox, type ScrollBoxProps } from './layout/scroll-box.tsx'
export { tintOf } from './marks/tint.ts'
export { InlineFileView, type InlineFileProps } from './files/inline-file.tsx'
export { mayBePicture, shownBytes } from './files/file-kinds.ts'
export { AttachButton, FileDrop, type FileDropProps } from './files/file-drop.tsx'

export { Highlight, type HighlightProps } from './text/highlight.tsx'
export { allowedLink } from './text/link-policy.ts'
export {
  LinkOpener,
  Markdown,
  SafeLink,
  type MarkdownProps,
  type MarkdownReferences,
} from './text/markdown.tsx'
export { findWordRanges, type TextRange } from './text/word-ranges.ts'

export {
  VirtualList,
  type RowRange,
  type VirtualListHandle,
  type VirtualListProps,
} from './lists/virtual-list.tsx'
export { rowIndexOf } from './lists/row-index.ts'

export { defaultPaneSizes, PaneFrame, type PaneFrameProps, type PaneSizes } from './layout/pane-frame.tsx'
export { useFrameMode, type FrameMode } from './layout/use-frame-mode.ts'

export { CommandPalette, type CommandPaletteProps } from './command/command-palette.tsx'
export type { PaletteItem } from './command/palette-rows.ts'
export {
  ShortcutOverlay,
  type ShortcutGroup,
  type ShortcutOverlayProps,
} from './command/shortcut-overlay.tsx'

export { prepareDocument } from './theme/prepare-document.ts'
export { applyTheme, type Density, type Theme, type ThemeChoice } from './theme/theme.ts'
