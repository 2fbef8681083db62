import {
  notPersonal,
  type PersonalColumn,
  type PersonalDataRegister,
} from '~/kernel/personal-data.ts'

const learning = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'learning',
})

const trail = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'trail',
})

const short = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'short',
})

export const attemptPrivacy: PersonalDataRegister = {
  registration: {
    ...notPersonal('module_version_id', 'package_id', 'host_label'),
    id: learning('one person and one version of a module'),
    person_id: learning('who takes the module'),
    created_at: learning('when it was begun'),
  },
  attempt: {
    ...notPersonal('number', 'support_code', 'last_sequence', 'writer', 'rule_id', 'trail_hash'),
    id: learning('one time through the module'),
    registration_id: learning('whose attempt it is'),
    started_at: learning('when it was begun'),
    completion: learning('how far the person has come'),
    success: learning('passed or failed'),
    score_scaled: learning('the result'),
    total_seconds: learning('time spent, shown to the person'),
    last_item: learning('where to go on'),
    last_commit_at: learning('when something was last saved'),
    completed_at: learning('when it was completed'),
  },
  item_state: {
    ...notPersonal('item_identifier'),
    attempt_id: learning('whose state it is'),
    elements: learning('what the content keeps, so that the person can go on'),
    completion: learning('how far the person has come'),
    success: learning('passed or failed'),
    score_scaled: learning('the result'),
    total_seconds: learning('time spent'),
  },
  commit_entry: {
    ...notPersonal('sequence', 'item_identifier', 'source', 'writer', 'session', 'final'),
    ...notPersonal('entry', 'bytes', 'hash'),
    attempt_id: learning('whose trail it is'),
    received_at: learning('when it was saved, to explain what happened'),
    elements: learning('what was saved, to rebuild the state'),
    patches: learning('what was saved, to rebuild the state'),
    refused: learning('what content set and was not taken, to explain what happened'),
  },
  trail_base: {
    ...notPersonal('sequence', 'hash', 'base_hash', 'compacted_at'),
    attempt_id: learning('whose trail it is'),
    state: learning('what the oldest part of the trail came to, to rebuild the state'),
  },
  completion: {
    ...notPersonal('module_id', 'module_version_id', 'source', 'import_id'),
    id: learning('that a person has completed a module'),
    person_id: learning('who completed it'),
    attempt_id: learning('in which attempt'),
    completed_at: learning('when'),
    completed_on: learning('when'),
    score_scaled: learning('the result'),
    evidence: learning('what shows a completion that was earned elsewhere'),
  },
  completion_import: {
    ...notPersonal('id', 'organisation_id', 'sha256', 'status', 'checked_at'),
    ...notPersonal('applied_at', 'undone_at'),
    file_name: trail('which file it was; what an employer calls one may name somebody'),
    checked_by: trail('who took the file in'),
  },
  completion_import_row: {
    ...notPersonal('import_id', 'row_number', 'outcome', 'reason', 'module_id'),
    detail: short('how much the row gives, and whose affiliation its number was kept on'),
    given: short('the row as the file had it, until it is applied or a day has gone'),
    person_id: learning('whose completion the row tells of'),
    completed_on: learning('when'),
    evidence: learning('what shows it'),
  },
  completion_affiliation: {
    completion_id: learning('which completion'),
    affiliation_id: learning('where the person worked on that day'),
    unit_id: learning('where the person worked on that day'),
    municipality_code: learning('where the person worked on that day'),
    profession_group: learning('as what'),
    affiliation_kind: learning('as what'),
    affiliation_status: learning('whether the organisation had confirmed it'),
  },
}
