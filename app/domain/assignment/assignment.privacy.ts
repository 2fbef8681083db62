import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

const decider = (purpose: string) => ({
  purpose,
  ground: 'public-task' as const,
  retention: 'trail' as const,
})
const about = (purpose: string) => ({
  purpose,
  ground: 'public-task' as const,
  retention: 'affiliation' as const,
})

export const assignmentPrivacy: PersonalDataRegister = {
  assignment: {
    ...notPersonal(
      'id',
      'module_id',
      'track_id',
      'course_id',
      'organisation_id',
      'county_code',
      'profession_groups',
      'only_new',
      'names_people',
      'is_mandatory',
      'due_on',
      'due_days',
      'repeat_months',
      'window_days',
      'message',
      'assigned_at',
      'withdrawn_at',
    ),
    assigned_by: decider('who assigned it, so that it can be asked about'),
    withdrawn_by: decider('who took it back, so that it can be asked about'),
  },
  assignment_place: notPersonal('assignment_id', 'kind', 'ref'),
  assignment_person: {
    ...notPersonal('assignment_id'),
    person_id: about('who is to do it, where an employer names people'),
  },
  assignment_day: {
    ...notPersonal('id', 'assignment_id', 'due_on', 'due_days', 'changed_at'),
    changed_by: decider('who changed the day, so that it can be asked about'),
  },
  duty_exception: {
    ...notPersonal(
      'id',
      'organisation_id',
      'module_id',
      'decided_at',
      'ended_at',
      'decision_id',
      'ended_by_decision_id',
    ),
    person_id: about('who is excused or has got longer'),
    kind: about('whether somebody is excused or has got longer'),
    reason: about('why somebody is excused, from a list without health or family'),
    until_on: about('how long it holds'),
    decided_by: decider('who decided it, so that it can be asked about'),
    ended_by: decider('who ended it, so that it can be asked about'),
  },
  duty_decision: {
    ...notPersonal(
      'id',
      'organisation_id',
      'module_id',
      'kind',
      'reason',
      'until_on',
      'people',
      'decided_at',
      'undone_at',
    ),
    decided_by: decider('who decided it, so that it can be asked about'),
    undone_by: decider('who took it back, so that it can be asked about'),
  },
}
