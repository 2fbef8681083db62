import { resetPasswordSchema } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { NewPasswordField } from './person-fields.tsx'

interface PasswordByLinkProps {
  /** Whether the link still leads anywhere. */
  isGood: boolean
  reply: FormReply | undefined
  words: { dead: string; title: string; lead: string; submit: string }
}

/** The page of a one-time link by which somebody chooses a password. */
export function PasswordByLink({ isGood, reply, words }: PasswordByLinkProps) {
  const { t } = useI18n()
  if (!isGood) {
    return (
      <Page width="reading" title={t('link.dead.title')} lead={words.dead}>
        <div className="actions">
          <ButtonLink to="/forgot-password" variant="primary">
            {t('reset-password.ask-again')}
          </ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page width="reading" title={words.title} lead={words.lead}>
      <ActionForm
        schema={resetPasswordSchema}
        submitLabel={words.submit}
        pendingLabel={t('reset-password.pending')}
        reply={reply}
      >
        <NewPasswordField />
      </ActionForm>
    </Page>
  )
}
