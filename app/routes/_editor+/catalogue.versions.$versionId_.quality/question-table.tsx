import type { ReportedQuestion } from '~/domain/quality/quality.ts'
import {
  discriminationWord,
  fewestAttempts,
  fewestForDiscrimination,
  type DiscriminationWord,
  type QuestionFigures,
} from '~/domain/quality/question-figures.ts'
import { responseShown } from '~/domain/quality/response-shown.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { CoverageBar } from '~/ui/figure.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, type Column } from '~/ui/table.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'
import { itemTitle, useDuration, type Items } from './place-name.tsx'

/** So many names stand in the sentence about questions that too few have answered. */
const mostNames = 10

type Told = ReportedQuestion & { figures: QuestionFigures }
const isTold = (question: ReportedQuestion): question is Told => question.figures !== null

interface QuestionTableProps {
  questions: ReportedQuestion[]
  items: Items
  versionId: string
}

/** How hard each question is, and whether it tells those who know from those who do not. */
export function QuestionTable({ questions, items, versionId }: QuestionTableProps) {
  const { t } = useI18n()
  const told = questions.filter(isTold)
  const columns = useColumns(told, items)
  const file = `/catalogue/versions/${versionId}/quality.csv`
  return (
    <Section
      id="questions"
      title={t('quality.questions')}
      intro={told.length > 0 && t('quality.questions.intro')}
      actions={
        questions.length > 0 && (
          <ButtonLink to={file} reloadDocument>
            {t('quality.questions.download')}
          </ButtonLink>
        )
      }
    >
      {questions.length === 0 && <p>{t('quality.questions.none')}</p>}
      {told.length > 0 && (
        <DataTable
          caption={t('quality.questions.caption')}
          columns={columns}
          rows={told}
          rowKey={({ item, interactionId }) => `${item} ${interactionId}`}
          narrow="stack"
        />
      )}
      <FewQuestions questions={questions.filter((question) => !isTold(question))} />
    </Section>
  )
}

function useColumns(told: readonly Told[], items: Items): Column<Told>[] {
  const { t, number } = useI18n()
  const duration = useDuration()
  const columns: Column<Told>[] = [
    {
      id: 'question',
      head: t('quality.question'),
      cell: (question) => <QuestionName question={question} items={items} />,
    },
    {
      id: 'attempts',
      head: t('quality.attempts'),
      numeric: true,
      cell: ({ figures: { attempts, answers } }) => (
        <div>
          {number(attempts)}
          {answers > attempts && (
            <div className="meta">{t('quality.answers', { count: answers })}</div>
          )}
        </div>
      ),
    },
    {
      id: 'difficulty',
      head: t('quality.difficulty'),
      cell: ({ figures }) => <Difficulty figures={figures} />,
    },
    {
      id: 'discrimination',
      head: t('quality.discrimination'),
      cell: ({ figures }) => <Discrimination figures={figures} />,
    },
    {
      id: 'wrong',
      head: t('quality.wrong'),
      cell: ({ figures, kind }) => <WrongAnswers figures={figures} kind={kind} />,
    },
  ]
  if (told.some(({ figures }) => figures.medianLatencySeconds !== null)) {
    columns.push({
      id: 'latency',
      head: t('quality.latency'),
      unit: t('quality.latency.unit'),
      numeric: true,
      cell: ({ figures: { medianLatencySeconds } }) =>
        medianLatencySeconds === null ? t('quality.latency.none') : duration(medianLatencySeconds),
    })
  }
  return columns
}

function QuestionName({ question, items }: { question: ReportedQuestion; items: Items }) {
  const { t } = useI18n()
  const { description, interactionId, item, kind, correctResponses } = question
  const about = [
    description && interactionId,
    itemTitle(items, item),
    correctResponses.length > 0 &&
      t('quality.question.right', {
        response: correctResponses.map((one) => responseShown(one, kind)).join(t('quality.or')),
      }),
  ]
  return (
    <>
      <span className="content-words">{description ?? interactionId}</span>
      <div className="meta content-words">{about.filter(Boolean).join(' · ')}</div>
    </>
  )
}

function Difficulty({ figures }: { figures: QuestionFigures }) {
  const { t, number, share } = useI18n()
  const { shareRight, meanScore, judged, attempts } = figures
  if (shareRight === null) {
    if (meanScore !== null) return t('quality.difficulty.points', { points: number(meanScore, 2) })
    return judged === 0 ? t('quality.difficulty.unjudged') : t('quality.few')
  }
  return (
    <div className="figure">
      <p>
        {share(shareRight)}
        {judged !== null && judged < attempts && (
          <span className="meta"> {t('quality.difficulty.judged', { count: judged })}</span>
        )}
      </p>
      <CoverageBar coverage={{ held: shareRight, required: 1 }} />
    </div>
  )
}

const tones: Record<DiscriminationWord, Tone> = {
  well: 'ok',
  weakly: 'info',
  not: 'warn',
  reversed: 'bad',
}

function Discrimination({ figures }: { figures: QuestionFigures }) {
  const { t, number } = useI18n()
  const { discrimination, attempts } = figures
  if (discrimination === null) {
    return attempts < fewestForDiscrimination ? t('quality.few') : t('quality.discrimination.none')
  }
  const word = discriminationWord(discrimination)
  return (
    <span>
      <Tag tone={tones[word]}>{t(`quality.discrimination.${word}`)}</Tag>{' '}
      <span className="meta">{number(discrimination, 2)}</span>
    </span>
  )
}

function WrongAnswers({ figures, kind }: { figures: QuestionFigures; kind: string | null }) {
  const { t } = useI18n()
  const { wrongAnswers } = figures
  if (wrongAnswers.length === 0) return t('quality.wrong.none')
  return (
    <ul className="plain-list">
      {wrongAnswers.map(({ response, attempts }) => (
        <li key={response} className="content-words">
          {t('quality.wrong.answer', { response: responseShown(response, kind), count: attempts })}
        </li>
      ))}
    </ul>
  )
}

function FewQuestions({ questions }: { questions: ReportedQuestion[] }) {
  const { t } = useI18n()
  if (questions.length === 0) return null
  const names = questions.slice(0, mostNames).map(({ interactionId }) => interactionId)
  const count = questions.length - names.length
  const listed = names.join(', ')
  return (
    <p className="meta content-words">
      {t('quality.questions.few', {
        fewest: fewestAttempts,
        names: count > 0 ? t('quality.questions.few.more', { names: listed, count }) : listed,
      })}
    </p>
  )
}
