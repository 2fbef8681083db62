import type { FactState } from '~/domain/catalogue/fact-state.ts'
import type { OutlineFact } from '~/domain/catalogue/module-outline.schema.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

const tones: Record<FactState, Tone> = {
  overdue: 'bad',
  soon: 'warn',
  'to-check': 'warn',
  sure: 'ok',
}

/** What is to be done with a fact, in a word or two. */
export function FactStateTag({ state }: { state: FactState }) {
  const { t } = useI18n()
  return <Tag tone={tones[state]}>{t(`fact.state.${state}`)}</Tag>
}

const knownParts = [
  'name',
  'number',
  'hours',
  'penalty',
  'section',
  'since',
  'share',
  'short',
  'who',
  'forWhom',
  'age',
  'caveat',
  'author',
  'when',
  'reason',
  'count',
  'consent',
  'child',
  'widened',
  'visibility',
  'victims',
  'training',
  'to',
  'threshold',
  'targets',
  'steps',
  'serious',
  'searchable',
  'safety',
  'rule',
  'risk',
  'religion',
  'purpose',
  'professionals',
  'press',
  'permit',
  'perYear',
  'penaltySevere',
  'penaltyMinor',
  'otherName',
  'noDecisions',
  'motive',
  'lowThreshold',
  'limitation',
  'interventionSection',
  'interventionName',
  'formerSection',
  'foreign',
  'factors',
  'extent',
  'domains',
  'domainCount',
  'decision',
  'court',
  'cost',
  'cooperation',
  'competence',
  'collective',
  'ask',
  'applicant',
  'abroad',
] as const

/** What a part of a sheet is called; by the name that its writer gave it where it is an unusual one. */
export function partLabel({ t }: I18n, name: string): string {
  const known = knownParts.find((each) => each === name)
  return known ? t(`fact.part.${known}`) : t('fact.part.other', { name })
}

/** A sheet's sources, one to a line. */
export function SourceList({ sources }: { sources: OutlineFact['source'] }) {
  return (
    <ul className="content-words">
      {sources.map(({ title, publisher, address }, index) => (
        <li key={index}>
          {title}, {publisher}
          {address && (
            <>
              {' '}
              <a href={address} rel="noreferrer">
                {address}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
