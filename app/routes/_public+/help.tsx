import { useLoaderData } from '@remix-run/react'
import { useCourseLanguage } from '~/components/catalogue/course-language.ts'
import { FactSource } from '~/components/catalogue/fact-source.tsx'
import { FactWords } from '~/components/catalogue/fact-words.tsx'
import { helpGroups, type HelpGroup, type HelpLine } from '~/domain/catalogue/help-line.ts'
import { listHelpLines } from '~/domain/catalogue/read-library.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.help' }

export async function loader() {
  return { lines: await listHelpLines() }
}

export default function HelpPage() {
  const { lines } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const isEmpty = helpGroups.every((group) => lines[group].length === 0)
  return (
    <Page title={t('help.title')} lead={t('help.lead')} width="reading">
      {isEmpty && (
        <Notice tone="info" title={t('help.none')}>
          <p>{t('help.none.text')}</p>
        </Notice>
      )}
      {helpGroups.map(
        (group) =>
          lines[group].length > 0 && <Lines key={group} group={group} lines={lines[group]} />,
      )}
      <Section id="safe" title={t('help.safe')}>
        <p>{t('help.safe.exit')}</p>
        <p>{t('help.safe.history')}</p>
      </Section>
    </Page>
  )
}

function Lines({ group, lines }: { group: HelpGroup; lines: HelpLine[] }) {
  const { t } = useI18n()
  return (
    <Section id={group} title={t(`help.${group}`)}>
      {group === 'acute' && (
        <div className="paragraphs">
          <p>{t('help.acute.text')}</p>
          <p>{t('help.acute.social')}</p>
        </div>
      )}
      {lines.map((line) => (
        <Line key={line.id} line={line} />
      ))}
    </Section>
  )
}

function Line({ line }: { line: HelpLine }) {
  const { t } = useI18n()
  const lang = useCourseLanguage()
  return (
    <article id={line.id} className="fact-sheet">
      <h3 lang={lang}>{line.title}</h3>
      <p className="help-number" lang={lang}>
        <FactWords words={line.number} />
      </p>
      {line.hours && (
        <p>
          {t('help.hours')} <span lang={lang}>{line.hours}</span>
        </p>
      )}
      {line.forWhom && (
        <p>
          {t('help.for-whom')} <span lang={lang}>{line.forWhom}</span>
        </p>
      )}
      <p lang={lang}>
        <FactWords words={line.text} />
      </p>
      <FactSource fact={line} />
    </article>
  )
}
