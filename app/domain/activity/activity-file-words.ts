import { foldedWord } from '~/kernel/folded-word.ts'
import { professionGroups, type ProfessionGroup } from '~/kernel/profession.ts'
import {
  activityForms,
  activityLevels,
  activityTypes,
  type ActivityForm,
  type ActivityLevel,
  type ActivityType,
} from './activity.ts'

type Words<Code extends string> = Readonly<Record<Code, string>>

/** What files call the types, as `foldedWord` leaves it, beside the type's own code. */
const types: Words<ActivityType> = {
  training: 'utbildning utbildningsdag kurs fortbildning course',
  lecture: `forelasningellerseminarium forelasning forelasningseminarium seminarium
    lectureorseminar seminar`,
  conference: 'konferens spridningskonferens nationellspridningskonferens',
  'specialist-training': 'spetskompetensutbildning spetskompetens',
  workshop: 'verkstad',
  'network-meeting': 'natverkstraff natverksmote natverk network',
  supervision: 'handledning',
  consultation: 'konsultation konsultationer',
  guidance:
    'vagledningellerrutinstod vagledning rutinstod vagledningrutinstod guidanceorhelpwithroutines',
  information: `informationsinsatsellerforankring informationsinsats information forankring
    informationsinsatsforankring informationorgroundwork`,
  'course-individual': 'webbkursindividuellt webbkurs webcoursealone',
  'course-group': 'webbkursigrupp webbkursgrupp gruppspar webcourseinagroup',
  webinar: 'webbinarium webbseminarium',
  'study-visit': 'studiebesok',
}

const forms: Words<ActivityForm> = {
  'on-site': 'fysiskt fysisk paplats onsite',
  digital: 'digitalt digital online distans padistans',
  hybrid: 'hybrid',
}

const levels: Words<ActivityLevel> = {
  basic: 'grund grundlaggande grundniva basic',
  profession: 'yrke yrkesspar yrkesinriktad profession professional',
  advanced: 'fordjupning fordjupad advanced',
}

/** What files call the nine groups, also at the head of a column. */
export const groupWords: Words<ProfessionGroup> = {
  'social-services': 'socialtjanst socialtjansten socialservices',
  school: 'forskolaochskola skola skolan forskola preschoolandschool school',
  'health-care': 'halsoochsjukvard halsoochsjukvardtandvard sjukvard vard healthcare',
  judiciary: 'rattsvasende rattsvasendet judiciary',
  'other-authority': 'annanmyndighet ovrigamyndigheter andramyndigheter otherauthority',
  'civil-society': 'civilsamhalle civilsamhallet ideburensektor civilsociety',
  student: 'student studenter students',
  mixed: 'blandadgrupp blandad blandat mixedgroup mixed',
  other: 'annat ovriga ovrigt other others',
}

/** Every word of a list with what it means. */
export function byWord<Code extends string>(
  codes: readonly Code[],
  words: Words<Code>,
): ReadonlyMap<string, Code> {
  return new Map(
    codes.flatMap((code) =>
      [code, ...words[code].split(/\s+/)].map((word) => [foldedWord(word), code]),
    ),
  )
}

const find =
  <Code extends string>(words: ReadonlyMap<string, Code>) =>
  (text: string): Code | undefined =>
    words.get(foldedWord(text))

/** What a word of a file means; undefined where nobody knows. */
export const typeOf = find(byWord(activityTypes, types))
export const formOf = find(byWord(activityForms, forms))
export const levelOf = find(byWord(activityLevels, levels))
export const groupOf = find(byWord(professionGroups, groupWords))
