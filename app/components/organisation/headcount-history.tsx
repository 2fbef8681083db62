import type { HeadcountTold } from '~/domain/organisation/headcount.server.ts'
import { correctHeadcountSchema } from '~/domain/organisation/organisation.schema.ts'
import { headcountSources } from '~/domain/organisation/organisation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { RadioGroup } from '~/ui/choice-fields.tsx'
import { keepsForms } from '~/ui/form-guard.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Link } from '~/ui/link.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

interface HeadcountHistoryProps {
  unitName: string
  history: HeadcountTold[]
  /** The one that is to be corrected. */
  told: HeadcountTold | null
  /** The page's address with this history. */
  here: string
  reply: FormReply | undefined
}

/** Everything that a unit has declared, and what is wrong with one of its numbers. */
export function HeadcountHistory({ unitName, history, told, here, reply }: HeadcountHistoryProps) {
  const { t, day, number } = useI18n()
  return (
    <>
      <Section id="history" title={t('headcount.history', { unit: unitName })}>
        <DataTable
          caption={t('headcount.history.caption')}
          narrow="stack"
          columns={[
            { id: 'day', head: t('headcount.history.day'), cell: ({ asOf }) => day(asOf) },
            {
              id: 'group',
              head: t('headcount.history.group'),
              cell: ({ professionGroup }) => t(`profession.${professionGroup}`),
            },
            {
              id: 'count',
              head: t('headcount.history.count'),
              numeric: true,
              cell: ({ headcount, isWithdrawn }) =>
                isWithdrawn ? <del>{number(headcount)}</del> : number(headcount),
            },
            {
              id: 'source',
              head: t('headcount.history.source'),
              cell: ({ source, isWithdrawn }) =>
                isWithdrawn ? t('headcount.withdrawn') : t(`figure.source.${source}`),
            },
            {
              id: 'told',
              head: t('headcount.history.told'),
              cell: ({ recordedOn }) => day(recordedOn),
            },
            {
              id: 'correct',
              head: t('headcount.correct'),
              cell: ({ id, professionGroup, asOf }) => (
                <Link to={`${here}&told=${id}#told`} state={keepsForms}>
                  {t('headcount.correct')}
                  <span className="visually-hidden">
                    {` ${t(`profession.${professionGroup}`)} ${day(asOf)}`}
                  </span>
                </Link>
              ),
            },
          ]}
          rows={history}
          rowKey={({ id }) => id}
          empty={<p className="meta">{t('headcount.history.none')}</p>}
        />
      </Section>
      {told && <Correct key={told.id} told={told} here={here} reply={reply} />}
    </>
  )
}

function Correct({
  told,
  here,
  reply,
}: Pick<HeadcountHistoryProps, 'here' | 'reply'> & { told: HeadcountTold }) {
  const { t, day, number } = useI18n()
  const { id, professionGroup, asOf, headcount, source, isWithdrawn } = told
  const form = {
    schema: correctHeadcountSchema,
    action: `${here}&told=${id}`,
    submitVariant: 'secondary',
    pendingLabel: t('headcount.correct.busy'),
    reply,
  } as const
  const words = {
    group: t(`profession.${professionGroup}`),
    day: day(asOf),
    count: number(headcount),
    source: t(`figure.source.${source}`),
  }
  return (
    <Section
      id="told"
      title={t('headcount.correct.title')}
      intro={<p>{t('headcount.correct.told', words)}</p>}
    >
      {isWithdrawn ? (
        <ActionForm {...form} hidden={{ deed: 'restore' }} submitLabel={t('headcount.restore')} />
      ) : (
        <>
          <ActionForm
            {...form}
            hidden={{ deed: 'source' }}
            defaultValues={{ source }}
            submitLabel={t('headcount.correct.source.submit')}
          >
            <RadioGroup
              name="source"
              label={t('headcount.correct.source')}
              required
              choices={headcountSources.map((each) => ({
                value: each,
                label: t(`headcount.source.${each}`),
              }))}
            />
          </ActionForm>
          <p>{t('headcount.withdraw.text')}</p>
          <ActionForm
            {...form}
            hidden={{ deed: 'withdraw' }}
            submitLabel={t('headcount.withdraw')}
          />
        </>
      )}
    </Section>
  )
}
