import type { DutyReason } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useIssuer } from './issuer-words.ts'
import { useInLanguage } from './module-words.tsx'

/** "Varför har jag den här?": every way in which a module has come to its learner, in plain words. */
export function WhyModule({ reasons }: { reasons: DutyReason[] }) {
  const { t } = useI18n()
  if (reasons.length === 0) return null
  return (
    <details className="why" open={reasons.length === 1}>
      <summary>{t('module.why.title')}</summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.key}>
            <Reason reason={reason} />
          </li>
        ))}
      </ul>
      {reasons.length > 1 && <p className="meta">{t('module.why.first-counts')}</p>}
    </details>
  )
}

function Reason({ reason }: { reason: DutyReason }) {
  const { t, day } = useI18n()
  const inLanguage = useInLanguage()
  const issuerOf = useIssuer()
  const { issuer, partOf, isMandatory, dueOn, since, unitName, organisationName } = reason
  const names = { issuer: issuerOf(issuer), day: day(since) }
  const thing = partOf && inLanguage(partOf.titleSv, partOf.titleEn)
  const given = isMandatory ? 'assigned' : 'recommended'
  return (
    <>
      <p>
        {partOf
          ? t(`module.why.${given}.${partOf.kind}`, { ...names, title: thing! })
          : t(`module.why.${given}.module`, names)}{' '}
        {t('module.why.through', {
          unit: unitName === organisationName ? unitName : `${unitName}, ${organisationName}`,
        })}{' '}
        <Limits reason={reason} />
      </p>
      {dueOn && <p className="meta">{t('module.due', { day: day(dueOn) })}</p>}
    </>
  )
}

/** What made it speak to some of those who work there, and not to others. */
function Limits({ reason }: { reason: DutyReason }) {
  const { t } = useI18n()
  const { isForGroup, isForNew, isByName, professionGroup } = reason
  const group = t(`profession.${professionGroup}`)
  return [
    isForGroup && t('module.why.group', { group }),
    isForNew && t('module.why.new'),
    isByName && t('module.why.by-name'),
  ]
    .filter(Boolean)
    .join(' ')
}
