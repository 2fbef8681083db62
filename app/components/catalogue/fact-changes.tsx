import { wordDiff, type DiffPiece, type FactChange } from '~/domain/catalogue/fact-diff.ts'
import { certainties } from '~/domain/catalogue/module-outline.schema.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import { Facts } from '~/ui/page.tsx'
import { partLabel } from './sheet-words.tsx'

/** What one version of a sheet says otherwise than the one before: what went and what came, in every place. */
export function FactChanges({ changes }: { changes: FactChange[] }) {
  const i18n = useI18n()
  return (
    <Facts
      facts={changes.map((change) => ({
        term:
          change.field === 'parts'
            ? partLabel(i18n, change.part ?? '')
            : i18n.t(`fact.field.${change.field}`),
        value: <Difference pieces={piecesOf(i18n, change)} />,
      }))}
    />
  )
}

function piecesOf(i18n: I18n, { field, before, after }: FactChange): DiffPiece[] {
  const isOfWords =
    field === 'title' || field === 'text' || field === 'parts' || field === 'toCheck'
  if (isOfWords || field === 'source') return wordDiff(before, after)
  const whole: DiffPiece[] = [
    { kind: 'gone', text: shown(i18n, field, before) },
    { kind: 'new', text: shown(i18n, field, after) },
  ]
  return whole.filter(({ text }) => text !== '')
}

function shown({ t, day }: I18n, field: FactChange['field'], value: string): string {
  if (field === 'reviewer' || value === '') return value
  if (field !== 'certainty') return day(value)
  const known = certainties.find((each) => each === value)
  return known ? t(`fact.certainty.${known}`) : value
}

/** Read aloud, what went and what came say so: a line through words is not heard. */
function Difference({ pieces }: { pieces: DiffPiece[] }) {
  const { t } = useI18n()
  return (
    <span lang="sv">
      {pieces.map(({ kind, text }, index) => (
        <DifferencePiece
          key={index}
          kind={kind}
          text={text}
          // After a change the ear must be told that the rest stays.
          heard={kind === 'same' ? (index > 0 ? t('fact.diff.stays') : '') : t(`fact.diff.${kind}`)}
        />
      ))}
    </span>
  )
}

function DifferencePiece({ kind, text, heard }: DiffPiece & { heard: string }) {
  const words = text.trim()
  const said = heard && <span className="visually-hidden">{heard} </span>
  if (kind === 'gone') {
    return (
      <>
        <del>
          {said}
          {words}
        </del>{' '}
      </>
    )
  }
  if (kind === 'new') {
    return (
      <>
        <ins>
          {said}
          {words}
        </ins>{' '}
      </>
    )
  }
  return (
    <>
      {said}
      {words}{' '}
    </>
  )
}
