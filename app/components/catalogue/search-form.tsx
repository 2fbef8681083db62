import { Form, useNavigation } from '@remix-run/react'
import { longestSearch } from '~/domain/catalogue/search-words.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'
import { TextField } from '~/ui/text-fields.tsx'

interface SearchFormProps {
  /** What has been looked for. */
  asked?: string
  /** Primary where searching is what the page is for. */
  variant?: 'primary' | 'secondary'
}

/** The field that searches the catalogue; works before JavaScript has loaded. */
export function SearchForm({ asked = '', variant = 'secondary' }: SearchFormProps) {
  const { t } = useI18n()
  const { state, location } = useNavigation()
  return (
    // The key starts the field anew when a link has changed what was looked for.
    <Form method="get" action="/search" role="search" className="form filters" key={asked}>
      <TextField
        name="q"
        type="search"
        label={t('search.field')}
        hint={t('search.hint')}
        maxLength={longestSearch}
        defaultValue={asked}
      />
      <Button
        type="submit"
        variant={variant}
        pending={state === 'loading' && location.pathname === '/search'}
        pendingLabel={t('search.pending')}
      >
        {t('search.submit')}
      </Button>
    </Form>
  )
}
