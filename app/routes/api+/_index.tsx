import { Link, useLoaderData } from '@remix-run/react'
import { readGuide } from '~/exchange/exports/api/guide.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CodeBlock } from '~/ui/code-block.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'

export const handle = { title: 'title.api' }

export async function loader() {
  return readGuide()
}

export default function Api() {
  const { t } = useI18n()
  return (
    <Page title={t('api.title')} lead={t('api.lead')}>
      <Section id="key" title={t('api.key.title')}>
        <p>{t('api.key.text')}</p>
        <p>
          <Link to="/keys">{t('api.key.link')}</Link>
        </p>
      </Section>
      <Example />
      <Parameters />
      <Formats />
      <Signs />
      <Limits />
      <Errors />
    </Page>
  )
}

const shortened = `{
  "version": "2.0",
  "class": "dataset",
  "updated": "2026-11-21T10:00:00.000Z",
  "id": ["module", "place", "professionGroup", "measure", "asOf"],
  "size": [1, 11, 9, 10, 1],
  "role": { "time": ["asOf"], "geo": ["place"], "metric": ["measure"] },
  "value": [38, 52, 73.1, 14, …],
  "status": { "90": "..", … },
  …
}`

function Example() {
  const { t } = useI18n()
  const { origin } = useLoaderData<typeof loader>()
  const address = `${origin}/api/v1/followup/coverage?county=21&level=municipality&module=grund-1&asOf=2026-11-01`
  return (
    <Section id="example" title={t('api.example.title')}>
      <p>{t('api.example.text')}</p>
      <CodeBlock
        label={t('api.example.title')}
        code={`curl -H "Authorization: Bearer $SAMSYN_KEY" \\\n  "${address}"`}
      />
      <p>{t('api.example.answer')}</p>
      <CodeBlock label={t('api.example.answer')} code={shortened} />
    </Section>
  )
}

function Parameters() {
  const { t } = useI18n()
  const { parameters } = useLoaderData<typeof loader>()
  return (
    <Section id="parameters" title={t('api.parameters.title')}>
      <DataTable
        caption={t('api.parameters.caption')}
        narrow="stack"
        rows={parameters}
        rowKey={({ name }) => name}
        columns={[
          { id: 'name', head: t('api.parameters.name'), cell: ({ name }) => <code>{name}</code> },
          {
            id: 'meaning',
            head: t('api.parameters.meaning'),
            cell: ({ name }) => t(`api.parameter.${name}`),
          },
          {
            id: 'example',
            head: t('api.parameters.example'),
            cell: ({ example }) => <code>{example}</code>,
          },
        ]}
      />
    </Section>
  )
}

function Formats() {
  const { t } = useI18n()
  return (
    <Section id="formats" title={t('api.formats.title')}>
      <p>{t('api.formats.text')}</p>
      <p>{t('api.formats.etag')}</p>
      <p>{t('api.formats.pages')}</p>
      <p>{t('api.formats.head')}</p>
      <p>
        <Link to="/api/v1/openapi.json" reloadDocument>
          {t('api.formats.open-api')}
        </Link>
      </p>
    </Section>
  )
}

function Signs() {
  const { t } = useI18n()
  const { signs } = useLoaderData<typeof loader>()
  return (
    <Section id="statuses" title={t('api.statuses.title')}>
      <DataTable
        caption={t('api.statuses.caption')}
        narrow="stack"
        rows={signs}
        rowKey={({ sign }) => sign}
        columns={[
          { id: 'sign', head: t('api.statuses.sign'), cell: ({ sign }) => <code>{sign}</code> },
          {
            id: 'meaning',
            head: t('api.statuses.meaning'),
            cell: ({ status }) => t(`export.status.${status}`),
          },
        ]}
      />
    </Section>
  )
}

function Limits() {
  const { t } = useI18n()
  const { points, wrongKeys } = useLoaderData<typeof loader>()
  return (
    <Section id="limits" title={t('api.limits.title')}>
      <p>{t('api.limits.text', { points })}</p>
      <p>{t('api.limits.wrong', { points: wrongKeys })}</p>
    </Section>
  )
}

function Errors() {
  const { t } = useI18n()
  const { problems } = useLoaderData<typeof loader>()
  return (
    <Section id="errors" title={t('api.errors.title')} intro={t('api.errors.text')}>
      <DataTable
        caption={t('api.errors.caption')}
        narrow="stack"
        rows={problems}
        rowKey={({ code }) => code}
        columns={[
          // The anchor is where a problem's `type` leads.
          {
            id: 'code',
            head: t('api.errors.code'),
            cell: ({ code }) => <code id={code}>{code}</code>,
          },
          { id: 'status', head: t('api.errors.status'), cell: ({ status }) => String(status) },
          {
            id: 'meaning',
            head: t('api.errors.meaning'),
            cell: ({ code }) => (
              <>
                {t(`api.problem.${code}.title`)}. {t(`api.problem.${code}.detail`)}
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
