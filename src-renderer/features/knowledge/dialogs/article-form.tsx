/** The fields that a new article and its properties share. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../i18n/locale-provider.tsx'
import { useLiveQuery } from '../../../state/live.ts'
import { ComboBox, Select, TextField } from '../../../ui/index.ts'
import { namesInUse } from '../model/article-groups.ts'

export const maxTitle = 300

export interface ArticleFields {
  readonly title: string
  readonly language: 'de' | 'en'
  readonly category: string
  readonly section: string
  /** With commas. */
  readonly tags: string
}

export interface ArticleFormProps {
  readonly fields: ArticleFields
  readonly onChange: (part: Partial<ArticleFields>) => void
  readonly isAsked: boolean
  /** Of a translation: it cannot be that of the original. */
  readonly isLanguageFixed?: boolean
}

export function ArticleForm({
  fields,
  onChange,
  isAsked,
  isLanguageFixed = false,
}: ArticleFormProps): ReactNode {
  const { t } = useTranslation('knowledge')
  const { rows } = useLiveQuery('article.list', {})
  const { locale } = useFormats()
  const inCategory = rows.filter(({ category }) => category === fields.category)
  return (
    <div className="article-form">
      <TextField
        label={t('field.title')}
        value={fields.title}
        onChange={(title) => onChange({ title })}
        maxLength={maxTitle}
        isInvalid={isAsked && fields.title.trim() === ''}
        errorMessage={t('field.titleMissing')}
        autoFocus
      />
      <Select
        label={t('language')}
        options={(['de', 'en'] as const).map((id) => ({ id, label: t(`languages.${id}`) }))}
        value={fields.language}
        onChange={(language) => onChange({ language })}
        isDisabled={isLanguageFixed}
      />
      <NameField
        label={t('category')}
        value={fields.category}
        names={namesInUse(rows, 'category', locale)}
        onChange={(category) => onChange({ category })}
      />
      <NameField
        label={t('section')}
        value={fields.section}
        names={namesInUse(inCategory, 'section', locale)}
        onChange={(section) => onChange({ section })}
      />
      <TextField
        label={t('tags')}
        description={t('field.tagsHelp')}
        value={fields.tags}
        onChange={(tags) => onChange({ tags })}
        maxLength={500}
      />
    </div>
  )
}

/** Any name, with those in use on offer. */
function NameField({
  label,
  value,
  names,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly names: readonly string[]
  readonly onChange: (value: string) => void
}): ReactNode {
  const typed = value.trim().toLocaleLowerCase()
  const options = names
    .filter((name) => name.toLocaleLowerCase().includes(typed))
    .map((name) => ({ id: name, label: name }))
  return (
    <ComboBox
      label={label}
      options={options}
      value={null}
      inputValue={value}
      onInputChange={(text) => onChange(text.slice(0, 100))}
      onChange={(name) => {
        if (name !== null) onChange(name)
      }}
      onCustomValue={onChange}
    />
  )
}

export function splitTags(text: string): string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '' && tag !== '#')
    .slice(0, 50)
}
