import { Form } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from './button.tsx'
import { Section } from './page.tsx'
import { TextField } from './text-fields.tsx'

interface PostedSearchProps {
  /** What is looked for, and by what; people by name or address when left out. */
  title?: string
  label?: string
  /** What has been looked for. */
  words: string
}

/** A search for people, in a form of its own that is posted, so that no name stands in an address (0034). */
export function PostedSearch({ title, label, words }: PostedSearchProps) {
  const { t } = useI18n()
  return (
    <Section id="search" title={title ?? t('ui.person-search.title')}>
      <Form method="post" className="form filters" role="search" key={words}>
        <input type="hidden" name="deed" value="search" />
        <TextField
          name="words"
          type="search"
          width="medium"
          label={label ?? t('ui.person-search.label')}
          defaultValue={words}
          maxLength={100}
          autoComplete="off"
        />
        <Button type="submit">{t('ui.person-search.button')}</Button>
      </Form>
    </Section>
  )
}
