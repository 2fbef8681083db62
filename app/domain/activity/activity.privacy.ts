import {
  notPersonal,
  type PersonalColumn,
  type PersonalDataRegister,
} from '~/kernel/personal-data.ts'

const attending = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'learning',
})
const trail = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'trail',
})

const coming = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'occasion',
})

export const activityPrivacy: PersonalDataRegister = {
  activity: {
    ...notPersonal('id', 'type', 'form', 'level', 'title', 'place', 'organiser_id'),
    ...notPersonal('county_code', 'municipality_code', 'county_codes', 'municipality_codes'),
    ...notPersonal('target_groups', 'rc_purposes', 'strategy_goals', 'project_year', 'module_id'),
    ...notPersonal('status', 'status_on', 'opens_before', 'closes_after', 'created_at'),
    ...notPersonal('import_key'),
    leader_id: trail('who leads it, so that participants and colleagues can ask'),
    created_by: trail('who planned it'),
  },
  activity_session: notPersonal('id', 'activity_id', 'held_on', 'starts_at', 'ends_at', 'code'),
  attendance: {
    ...notPersonal('id', 'session_id', 'way', 'people', 'replaces_id'),
    person_id: attending('who was there; empty for one who did not sign in'),
    // Keyed with the session and the installation's secret: nobody can tell a device, or follow one, by it.
    device_key: attending('that a telephone is counted once at a session'),
    profession_group: attending('as what they were there, for the figures'),
    sex: attending('for figures split by sex; voluntary'),
    organisation_id: attending('where they worked then, for the figures'),
    municipality_code: attending('where they worked then, for the figures'),
    county_code: attending('where they worked then, for the figures'),
    recorded_at: attending('when it was written down, so that corrections can be followed'),
    recorded_by: trail('who wrote it down'),
    ended_at: trail('when it was corrected'),
    ended_by: trail('who corrected it'),
    completion_id: attending('the module that the person is credited with for being there'),
    // Who it was is forgotten with the sign-up; what is left points to nobody.
    sign_up_id: coming('that who signed up without an account is counted once at a session'),
  },
  activity_import: {
    ...notPersonal('id', 'sha256', 'status', 'heads', 'row_count', 'said', 'counts', 'seal'),
    ...notPersonal('is_recounted', 'undone', 'work_id', 'checked_at', 'applied_at', 'undone_at'),
    file_name: trail('which file it was, as its bringer knows it'),
    brought_at: trail('when it was brought'),
    brought_by: trail('who brought it, and may undo it'),
  },
  // Activities and numbers. What looks like a personal identity number is never kept; a name in a title that
  // should not be there goes with the rest.
  activity_import_row: {
    ...notPersonal('import_id', 'row_number', 'outcome', 'reason', 'changes', 'made_id'),
    cells: {
      purpose: 'the row as its file has it, until it is applied or a day has gone',
      ground: 'public-task',
      retention: 'short',
    },
  },
  activity_import_change: {
    ...notPersonal('import_id', 'made_id', 'kind', 'after_hash'),
    before: {
      purpose: 'what a file changed, to be put back for a day',
      ground: 'public-task',
      retention: 'short',
    },
  },
  sign_up_page: {
    ...notPersonal('activity_id', 'key', 'places', 'closes_on', 'opened_at'),
    opened_by: trail('who opened the sign-up'),
  },
  sign_up: {
    ...notPersonal('id', 'activity_id', 'state', 'placed_at', 'reminded_at', 'forgotten_at'),
    person_id: coming('who comes, for the leader and for mails'),
    name: coming('who comes without an account, for the leader'),
    email: coming('where a place, a reminder and a cancelled activity are told'),
    language: coming('the language of the mails'),
    profession_group: coming('how many of each group come; stays, as a count'),
    organisation_id: coming('how many come from where; stays, as a count'),
    municipality_code: coming('how many come from where; stays, as a count'),
    county_code: coming('how many come from where; stays, as a count'),
    signed_up_at: coming('the order in the waiting list'),
    ended_at: trail('when the place was let go'),
    ended_by: trail('who let the place go'),
  },
  // Nothing tells whose answer it is: no time, no device, an id that was drawn.
  evaluation: notPersonal('id', 'session_id', 'answered_on', 'before', 'after'),
  evaluation_device: {
    ...notPersonal('session_id', 'answered_on'),
    // Keyed with the session and the installation's secret, and apart from the answer.
    device_key: {
      purpose: 'that a telephone answers once about a session',
      ground: 'public-task',
      retention: 'short',
    },
  },
  attendance_certificate: {
    ...notPersonal('id', 'code', 'activity_id', 'issued_at'),
    person_id: attending('whose certificate of attendance it is'),
  },
  consultation_count: {
    ...notPersonal('id', 'month', 'county_code', 'municipality_code', 'profession_group'),
    ...notPersonal('consultations', 'recorded_at', 'replaces_id', 'ended_at'),
    recorded_by: trail('who counted'),
    ended_by: trail('who corrected the count'),
  },
  // Stated by somebody who was not signed in; a day, a county and a group point to nobody.
  open_participation: notPersonal(
    'id',
    'module_id',
    'module_version_id',
    'stated_on',
    'county_code',
    'profession_group',
  ),
}
