import type { OtherAccount } from '~/domain/identity/merge.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts } from '~/ui/page.tsx'

const kinds = ['workplaces', 'completions', 'certificates', 'participations', 'roles'] as const

interface MergeConfirmProps {
  account: OtherAccount
  /** Whose account it goes into. */
  name: string
  schema: Parameters<typeof ActionForm>[0]['schema']
  /** What proves the account, where the page's address does not. */
  hidden?: Record<string, string>
  reply?: FormReply
}

/** What comes to the own account, and the button that lets it. */
export function MergeConfirm({ account, name, schema, hidden, reply }: MergeConfirmProps) {
  const { t, number } = useI18n()
  const { email, givenName, familyName, counts } = account
  return (
    <>
      <p>{t('merge.what', { email, name: `${givenName} ${familyName}`, own: name })}</p>
      <Facts
        facts={kinds.map((kind) => ({
          term: t(`merge.kind.${kind}`),
          value: number(counts[kind] ?? 0),
        }))}
      />
      <Notice tone="warn" title={t('merge.final')}>
        <p>{t('merge.final.text', { email })}</p>
      </Notice>
      <ActionForm
        schema={schema}
        hidden={hidden}
        submitLabel={t('merge.submit')}
        pendingLabel={t('merge.busy')}
        reply={reply}
        beside={
          <ButtonLink to="/profile" variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
      />
    </>
  )
}
