import { addDays, daysBetween, type Day } from '~/kernel/dates.ts'
import { isWorkingDay, nextWorkingDay } from '~/kernel/swedish-holidays.ts'

/** What is told of something to do: that it is there, 14 days before its day, 3 days before, after it. */
export const noticeStages = ['assigned', 'soon', 'close', 'late'] as const
export type NoticeStage = (typeof noticeStages)[number]

/** Something that a person is asked for and has not done. */
export interface OpenDuty {
  moduleId: string
  dueOn: Day | null
  isMandatory: boolean
}

/** What a mail has told of something that is still to be done. */
export interface ToldNotice {
  moduleId: string
  stage: NoticeStage
  dueOn: Day | null
  toldOn: Day
}

/** Everything that decides what somebody is told on a day. */
export interface NoticeFacts {
  duties: readonly OpenDuty[]
  told: readonly ToldNotice[]
  /** The modules of which a manager wants the person reminded. */
  reminders: readonly string[]
  /** The day of the newest mail. */
  mailedOn: Day | null
  /** Whether mail may tell of what is only recommended. */
  wantsRecommended: boolean
}

/** What today's mail says of one thing. */
export interface NoticePart extends OpenDuty {
  stage: NoticeStage
  /** Whether a manager wants it said. */
  isReminder: boolean
}

/** From one mail about what is to be done to the next one. */
export const daysBetweenMails = 7
const daysBefore = { soon: 14, close: 3 }
/** What stays late is told again after so many days. */
const daysUntilLateAgain = 28

/** Whether mail about what is to be done may go out on a day: no weekend, no holiday. */
export const isMailDay = isWorkingDay

/** Whether the newest mail leaves room for another one. */
export function hasRoom(mailedOn: Day | null, today: Day): boolean {
  return mailedOn === null || daysBetween(mailedOn, today) >= daysBetweenMails
}

/**
 * What to tell a person today, all of it in one mail: nothing on weekends and holidays, within a week of the
 * newest mail, or where nothing new is to be told. A mail that goes out gathers what is late and what is due
 * within 14 days, too, the most urgent first (docs/decisions/0035).
 */
export function noticesOf(facts: NoticeFacts, today: Day): NoticePart[] {
  if (!isMailDay(today) || !hasRoom(facts.mailedOn, today)) return []
  const parts = facts.duties
    .filter(({ isMandatory }) => isMandatory || facts.wantsRecommended)
    .map((duty) => ({
      ...duty,
      stage: stageOf(duty, today),
      isReminder: facts.reminders.includes(duty.moduleId),
    }))
  if (!parts.some((part) => part.isReminder || !isTold(part, facts.told, today))) return []
  return parts
    .filter(
      (part) => part.isReminder || part.stage !== 'assigned' || !isTold(part, facts.told, today),
    )
    .sort(byUrgency)
}

function stageOf({ dueOn, isMandatory }: OpenDuty, today: Day): NoticeStage {
  if (dueOn === null) return 'assigned'
  if (dueOn < today) return isMandatory ? 'late' : 'assigned'
  // A notice that would fall on a holiday comes on the working day before; and where no other mail can come
  // before the day, this one is the last.
  const next = nextWorkingDay(today)
  if (next > addDays(dueOn, -daysBefore.close)) return 'close'
  if (next > addDays(dueOn, -daysBefore.soon)) return 'soon'
  return 'assigned'
}

function isTold(part: NoticePart, told: readonly ToldNotice[], today: Day): boolean {
  const ofIt = told.filter(({ moduleId }) => moduleId === part.moduleId)
  if (part.stage === 'assigned') return ofIt.length > 0
  const ofItsDay = ofIt.filter(({ dueOn }) => dueOn === part.dueOn)
  if (part.stage === 'late') {
    return ofItsDay.some(
      ({ stage, toldOn }) => stage === 'late' && daysBetween(toldOn, today) < daysUntilLateAgain,
    )
  }
  return ofItsDay.some(({ stage }) => rank(stage) >= rank(part.stage))
}

/** What a mail of today has told when it has said this: as much as no other mail can say before the day. */
export function toldBy({ stage, dueOn }: NoticePart, today: Day): NoticeStage {
  const isLast = dueOn !== null && dueOn >= today && daysBetween(today, dueOn) < daysBetweenMails
  return isLast ? 'close' : stage
}

const rank = (stage: NoticeStage) => noticeStages.indexOf(stage)

/** After every day there is. */
const noDay = '9999-12-31'

function byUrgency(a: NoticePart, b: NoticePart): number {
  return (
    Number(b.isMandatory) - Number(a.isMandatory) ||
    compare(a.dueOn ?? noDay, b.dueOn ?? noDay) ||
    compare(a.moduleId, b.moduleId)
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
