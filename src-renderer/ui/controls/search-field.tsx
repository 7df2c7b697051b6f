import { Search, X } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  Button,
  Input,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { Kbd } from '../marks/kbd.tsx'
import { FieldLabel } from './field.tsx'
import './button.css'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  /** The accessible name; never drawn, the magnifier says it. */
  readonly label: string
  readonly placeholder?: string
  /** The key that leads here, drawn while the field is empty. */
  readonly shortcut?: string
  readonly className?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

export function SearchField(props: SearchFieldProps): ReactNode {
  const { label, placeholder, shortcut, className, inputRef, ...rest } = props
  return (
    <AriaSearchField {...rest} className={classNames('ui-field ui-search', className)}>
      {({ isEmpty }) => (
        <>
          <FieldLabel label={label} isHidden />
          <div className="ui-input">
            <Search aria-hidden />
            <Input
              dir="auto"
              {...(placeholder === undefined ? {} : { placeholder })}
              {...(inputRef === undefined ? {} : { ref: inputRef })}
            />
            {isEmpty && shortcut !== undefined ? <Kbd keys={shortcut} /> : null}
            {isEmpty ? null : (
              <Button className="ui-icon-button ui-input-clear" data-size="small" data-variant="ghost">
                <X aria-hidden />
              </Button>
            )}
          </div>
        </>
      )}
    </AriaSearchField>
  )
}
