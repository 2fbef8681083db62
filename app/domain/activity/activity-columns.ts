import { foldedWord } from '~/kernel/folded-word.ts'
import {
  columnsByGuess,
  rememberedHeads,
  type FileColumns,
} from '~/domain/identity/file-columns.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import { byWord, groupWords } from './activity-file-words.ts'

/** What a row says of an activity, apart from how many came. */
export const plainFields = [
  'title',
  'type',
  'form',
  'level',
  'date',
  'start',
  'hours',
  'place',
  'organiser',
  'home',
  'from',
  'counties',
  'municipalities',
  'targetGroups',
  'rcPurposes',
  'strategyGoals',
  'projectYear',
] as const
export type PlainField = (typeof plainFields)[number]

/** What an activity cannot be without, so that a file has a column for it. */
export const neededFields = ['title', 'type', 'form', 'level', 'date', 'hours'] as const

/** All of a group, its women and its men. */
export const countSplits = ['all', 'K', 'M'] as const
export type CountSplit = (typeof countSplits)[number]
export type CountField = `count-${ProfessionGroup}-${CountSplit}`

/** The column of so many of a group. */
export const countFieldOf = (group: ProfessionGroup, split: CountSplit): CountField =>
  `count-${group}-${split}`

export const countFields: readonly CountField[] = professionGroups.flatMap((group) =>
  countSplits.map((split) => countFieldOf(group, split)),
)

/** `participants` is all who came, of whatever group. */
export type ActivityField = PlainField | 'participants' | CountField
export const activityFields: readonly ActivityField[] = [
  ...plainFields,
  'participants',
  ...countFields,
]

export type ActivityColumns = FileColumns<ActivityField>

/** What files call the columns, as `foldedWord` leaves it. */
const heads: Record<PlainField | 'participants', string> = {
  title: 'rubrik titel namn insats aktivitet heading title name activity',
  type: 'typ insatstyp aktivitetstyp typavinsats type activitytype typeofactivity',
  form: 'form format genomforande',
  level: 'niva level',
  date: 'datum dag dagfordag date day heldon',
  start: 'starttid borjar klockan tid start starttime begins',
  hours: 'timmar antaltimmar langd langditimmar hours duration lengthinhours',
  place: 'plats lokal lokalelleradress adress place venue roomoraddress',
  organiser: 'arrangor arrangorer huvudman organiser organizer',
  home: 'raknasi lankommun hemvist countsin home',
  from: 'deltagarnaskommunellerlan deltagarnaskommun deltagarnaslan participantsfrom participantscountyormunicipality',
  counties: 'lan malgruppenslan berordalan counties county',
  municipalities: 'kommun kommuner berordakommuner municipalities municipality',
  targetGroups: 'malgrupp malgrupper targetgroup targetgroups',
  rcPurposes: 'rcdelsyfte rcdelsyften delsyfte delsyften rcsyfte rcpurpose rcpurposes purpose',
  strategyGoals: 'strategimal mal malistrategin strategygoal strategygoals goal',
  projectYear: 'projektar finansierandeprojektar projectyear fundingyear',
  participants:
    'deltagare antaldeltagare deltagareallagrupper antal totalt participants participantsallgroups attendees total',
}

const splitWords: Record<CountSplit, string> = {
  all: ' alla antal totalt all total',
  K: 'k kvinnor women',
  M: 'm man men',
}

const wordsOf = (list: string) => list.split(/\s+/)

const byHead = new Map<string, ActivityField>([
  ...Object.entries(heads).flatMap(([field, list]) =>
    [field, ...wordsOf(list)].map((head) => [foldedWord(head), field as ActivityField] as const),
  ),
  ...[...byWord(professionGroups, groupWords)].flatMap(([word, group]) =>
    countSplits.flatMap((split) =>
      splitWords[split]
        .split(' ')
        .map((ending) => [word + ending, countFieldOf(group, split)] as const),
    ),
  ),
])

/** What the columns seem to hold: as the same person said last, else by their heads. */
export function guessActivityColumns(
  fileHeads: readonly string[],
  remembered: Readonly<Record<string, ActivityField>> = {},
): ActivityColumns {
  return columnsByGuess<ActivityField>(fileHeads, [
    (head) => remembered[head],
    (head) => byHead.get(head),
  ])
}

/** What to remember of somebody's own heads. */
export function activityHeadsToRemember(
  fileHeads: readonly string[],
  columns: ActivityColumns,
): Record<string, ActivityField> {
  return rememberedHeads(activityFields, fileHeads, columns)
}
