import { registerSchema } from '~/domain/activity/attendance.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Section } from '~/ui/page.tsx'
import { TextArea } from '~/ui/text-fields.tsx'

interface RegisterSectionProps {
  reply: FormReply | undefined
  /** What the latest registering came to. */
  registered: { added: number; unknown: string[] } | undefined
}

/** People with an account, by their addresses. */
export function RegisterSection({ reply, registered }: RegisterSectionProps) {
  const { t } = useI18n()
  return (
    <Section
      id="register"
      title={t('participants.register.title')}
      intro={<p>{t('participants.register.intro')}</p>}
    >
      {registered && (
        <Notice
          tone={registered.unknown.length > 0 ? 'warn' : 'ok'}
          title={t('participants.register.added', { count: registered.added })}
        >
          {registered.unknown.length > 0 && (
            <>
              <p>{t('participants.register.unknown')}</p>
              <ul>
                {registered.unknown.map((email) => (
                  <li key={email}>{email}</li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
      <ActionForm
        key={JSON.stringify(registered)}
        schema={registerSchema}
        hidden={{ intent: 'register' }}
        submitLabel={t('participants.register.submit')}
        pendingLabel={t('activity.saving')}
        submitVariant="secondary"
        reply={reply}
      >
        <TextArea
          name="emails"
          label={t('participants.register.emails')}
          hint={t('participants.register.emails.hint')}
          maxLength={20_000}
        />
      </ActionForm>
    </Section>
  )
}
