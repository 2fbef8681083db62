import { Link, useActionData } from '@remix-run/react'
import type { VersionUse } from '~/domain/attempt/under-way.ts'
import { publishSchema } from '~/domain/catalogue/package-host.schema.ts'
import {
  findingsOf,
  type ReportFindings,
  type Verdict,
  type VersionReport,
} from '~/domain/catalogue/version-report.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import type { PackageProblem } from '~/standards/scorm/problem.ts'
import { ItemList, type Item } from '~/ui/card.tsx'
import { CheckboxField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Section } from '~/ui/page.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

const tones: Record<VersionReport['status'], Tone> = {
  draft: 'warn',
  published: 'ok',
  withdrawn: 'info',
}

/** Where the version stands, what the check of its package found, and then the button that publishes. */
export function ReportState({ report, uses }: { report: VersionReport; uses: VersionUse[] }) {
  const { t } = useI18n()
  const useOf = useUse(uses.find(({ versionId }) => versionId === report.id))
  const { status, publishedNumber } = report
  const findings = findingsOf(report)
  return (
    <>
      <Notice tone={tones[status]} title={t(`catalogue.report.${status}`)}>
        {status === 'draft' && publishedNumber === null && (
          <p>{t('catalogue.report.draft.first')}</p>
        )}
        {status !== 'draft' && <p>{useOf}</p>}
      </Notice>
      <Section id="check" title={t('catalogue.report.check')}>
        <Light findings={findings} />
        <Findings findings={findings} />
        {status !== 'published' && <WhatHappens report={report} uses={uses} />}
        {status !== 'published' && (
          <Publish
            status={status}
            asksPeerConnection={findings.problems.some(({ code }) => code === 'peer-connection')}
          />
        )}
      </Section>
    </>
  )
}

function useUse(use: VersionUse | undefined): string {
  const { t } = useI18n()
  const { underWay, completed } = use ?? { underWay: 0, completed: 0 }
  const words =
    underWay > 0 ? t('catalogue.report.use', { count: underWay }) : t('catalogue.report.use.none')
  return t('catalogue.report.use.done', { use: words, count: completed })
}

/** What becomes of those who are taking the module, before the button that changes it for others. */
function WhatHappens({ report, uses }: { report: VersionReport; uses: VersionUse[] }) {
  const { t } = useI18n()
  const { number } = report
  const replaced = uses.find((use) => use.number === report.publishedNumber)
  return (
    <div>
      <h3>{t('catalogue.publish')}</h3>
      <ul>
        {replaced && (
          <li>
            {replaced.underWay > 0
              ? t('catalogue.publish.under-way', { count: replaced.underWay, now: replaced.number })
              : t('catalogue.publish.none-under-way', { now: replaced.number })}
          </li>
        )}
        <li>{t('catalogue.publish.first', { number })}</li>
        {replaced && replaced.completed > 0 && (
          <li>
            {t('catalogue.publish.done', { count: replaced.completed, now: replaced.number })}
          </li>
        )}
        {replaced && (
          <li>
            {t('catalogue.publish.back', { now: replaced.number, number })}{' '}
            <Link to={`/catalogue/versions/${replaced.versionId}`}>
              {t('catalogue.publish.back.link', { now: replaced.number })}
            </Link>
          </li>
        )}
      </ul>
    </div>
  )
}

const lights: Record<Verdict, Tone> = { ready: 'ok', look: 'warn' }

function Light({ findings: { verdict, count } }: { findings: ReportFindings }) {
  const { t } = useI18n()
  return (
    <Notice
      tone={lights[verdict]}
      title={
        verdict === 'look'
          ? t('catalogue.report.look', { count })
          : t(`catalogue.report.${verdict}`)
      }
    >
      <p>{t(`catalogue.report.${verdict}.text`)}</p>
    </Notice>
  )
}

function Findings({ findings }: { findings: ReportFindings }) {
  const { t } = useI18n()
  const problemItem = useProblemItem()
  const { problems, stoppedHosts, isWithoutResults } = findings
  const look = <Tag tone="warn">{t('catalogue.problem.warning')}</Tag>
  const items: Item[] = problems.map(problemItem)
  if (stoppedHosts.length > 0) {
    items.push({
      key: 'hosts',
      title: t('catalogue.problem.hosts', { count: stoppedHosts.length }),
      meta: (
        <>
          {stoppedHosts.slice(0, 5).join(', ')}
          {stoppedHosts.length > 5 && ' …'} <a href="#hosts">{t('catalogue.problem.hosts.go')}</a>
        </>
      ),
      aside: look,
    })
  }
  if (isWithoutResults) {
    const [title, meta] = [t('catalogue.report.no-results'), t('catalogue.report.no-results.text')]
    items.push({ key: 'results', title, meta, aside: look })
  }
  return items.length > 0 ? <ItemList label={t('catalogue.report.found')} items={items} /> : null
}

/** What is wrong stands first, and is the title; then comes what to do. */
const betweenSentences = /(?<=[.”]) (?=\p{Lu})/u

/** A problem in words; the file or part that it is about where the words do not name it. */
function useProblemItem(): (problem: PackageProblem, index: number) => Item {
  const { t, tLoose } = useI18n()
  return ({ code, where, detail }, index) => {
    const words = tLoose(`package-problem.${code}`, detail, 'catalogue.problem.unknown')
    const [title = words, ...advice] = words.split(betweenSentences)
    const isTold = where === null || Object.values(detail).includes(where)
    return {
      key: `${code} ${index}`,
      title,
      meta: [...advice, ...(isTold ? [] : [t('catalogue.problem.where', { where })])].join(' '),
      aside: <Tag tone="warn">{t('catalogue.problem.warning')}</Tag>,
    }
  }
}

interface PublishProps {
  status: 'draft' | 'withdrawn'
  /** The package can go past every policy: the editor answers for it. */
  asksPeerConnection: boolean
}

function Publish({ status, asksPeerConnection }: PublishProps) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <ActionForm
      schema={publishSchema}
      hidden={{ intent: 'publish' }}
      reply={reply?.values?.intent === 'publish' ? reply : undefined}
      submitLabel={
        status === 'draft' ? t('catalogue.report.publish') : t('catalogue.report.publish-again')
      }
      pendingLabel={t('catalogue.report.publishing')}
      submitVariant={status === 'draft' ? 'primary' : 'secondary'}
    >
      {asksPeerConnection && (
        <CheckboxField
          name="peerConnection"
          value="accepted"
          label={t('catalogue.report.peer-connection')}
          hint={t('catalogue.report.peer-connection.hint')}
          required
        />
      )}
    </ActionForm>
  )
}
