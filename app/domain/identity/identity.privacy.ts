import {
  notPersonal,
  type PersonalColumn,
  type PersonalDataRegister,
} from '~/kernel/personal-data.ts'

const account = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'account',
})
const affiliation = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'affiliation',
})
const short = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'short',
})
const invited = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'invitation',
})
const trail = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'trail',
})

export const identityPrivacy: PersonalDataRegister = {
  person: {
    id: account('ties the account together'),
    given_name: account('shown to the person and to the own manager'),
    family_name: account('shown to the person and to the own manager'),
    email: account('signs in, and receives what the person must be told'),
    email_confirmed_at: account('that the address belongs to the person'),
    sex: account('voluntary; statistics split by sex as ordinance (2001:100) section 14 asks'),
    language: account('the language of pages and mail'),
    created_at: account('when the account was made'),
    invited_at: account('when a link to claim the account was last sent'),
    merged_into_id: account('the account of the same person that this one went into'),
    merged_at: account('when it did'),
  },
  sign_in_identity: {
    ...notPersonal('id', 'kind'),
    person_id: account('whose way to sign in it is'),
    subject: account('the name that signs in'),
    secret_hash: account('checks the password; the password itself is not kept'),
    created_at: account('when the way to sign in was made'),
  },
  one_time_link: {
    ...notPersonal('id', 'purpose', 'secret_hash'),
    person_id: short('whom a link in a mail is for'),
    created_at: short('when the link was made'),
    expires_at: short('when the link stops working'),
    used_at: short('that the link has been used'),
  },
  role_grant: {
    ...notPersonal('id'),
    person_id: account('who may do more than learn'),
    role: account('what the person may do'),
    scope_kind: account('where the person may do it'),
    scope_ref: account('where the person may do it'),
    valid_from: account('from when'),
    valid_to: account('until when'),
    granted_by: account('who gave the role'),
  },
  affiliation: {
    id: affiliation('ties completions to a workplace'),
    person_id: affiliation('who works there'),
    kind: affiliation('employed, student, volunteer or elected'),
    unit_id: affiliation('where the person works; the base of all coverage'),
    municipality_code: affiliation(
      'where the person works, when the workplace is not in the register',
    ),
    stated_workplace: affiliation(
      'the workplace in the person’s words, until it is in the register',
    ),
    employer_number: affiliation('the number by which the employer’s own files name the person'),
    profession_group: affiliation('the nine national groups of follow-up'),
    sub_group_id: affiliation('the employer’s own group below the national one'),
    valid_from: affiliation('from when'),
    valid_to: affiliation('until when'),
    status: affiliation('whether the organisation has confirmed it'),
    decided_at: affiliation('when it was confirmed or declined'),
    decided_by: affiliation('who confirmed or declined it'),
    join_code_id: affiliation('the code by which the person joined'),
  },
  join_code: {
    ...notPersonal('id', 'unit_id', 'code_hash', 'kind', 'needs_confirmation', 'most_people'),
    ...notPersonal('last_day', 'made_at', 'revoked_at'),
    made_by: account('who made the code'),
    revoked_by: account('who revoked it'),
  },
  invitation: {
    ...notPersonal('id', 'language', 'asked_at', 'sent_at'),
    email: invited('where the letter goes, and who is waited for'),
    profession_group: invited('what the one who is invited is proposed to be'),
  },
  people_import: {
    ...notPersonal('id', 'organisation_id', 'sha256', 'status', 'heads', 'row_count', 'columns'),
    ...notPersonal('is_complete', 'default_group', 'counts', 'seal', 'is_recounted', 'undone'),
    ...notPersonal('work_id', 'brought_at', 'checked_at', 'applied_at', 'undone_at'),
    file_name: trail('which file it was; what an employer calls one may name somebody'),
    brought_by: trail('who took the file in'),
    applied_by: trail('who had it applied'),
  },
  people_import_row: {
    ...notPersonal(
      'import_id',
      'row_number',
      'outcome',
      'reason',
      'changes',
      'fresh_affiliation_id',
    ),
    cells: short('the row as the file has it, until it is applied or a day has gone'),
    given_name: short('who the row is about'),
    family_name: short('who the row is about'),
    email: short('who the row is about'),
    employer_number: short('who the row is about'),
    unit_id: short('where the person works'),
    profession_group: short('as what'),
    sub_group_id: short('as what'),
    kind: short('as what'),
    valid_from: short('from when'),
    valid_to: short('until when'),
    person_id: short('whom the row was found to be about'),
    affiliation_id: short('which workplace the row was found to be about'),
    fresh_person_id: short('the id of an account that the row makes'),
  },
  people_import_end: {
    ...notPersonal('import_id'),
    affiliation_id: short('which workplace a complete file ends'),
    person_id: short('whose it is'),
  },
  people_import_change: {
    ...notPersonal('import_id', 'kind', 'after_hash'),
    subject_id: short('what the file changed, to be undone for a day'),
    person_id: short('whose it is'),
    before: short('how it was, to be undone for a day'),
  },
  workplace_decision: {
    ...notPersonal('id', 'organisation_id', 'kind', 'last_day', 'workplaces', 'decided_at'),
    ...notPersonal('undone_at', 'restored'),
    decided_by: trail('who decided about workplaces'),
    undone_by: trail('who undid it'),
  },
  workplace_decision_change: {
    ...notPersonal('decision_id', 'after_hash'),
    affiliation_id: short('whose workplace was decided about, to be undone for a day'),
    before: short('how it was, to be undone for a day'),
  },
  people_mapping: {
    ...notPersonal('organisation_id', 'columns', 'professions', 'kept_at'),
    kept_by: trail('who said what the columns hold'),
  },
  service_key: {
    ...notPersonal('id', 'name', 'prefix', 'secret_hash', 'scopes', 'valid_to', 'created_at'),
    ...notPersonal('last_used_at', 'revoked_at'),
    created_by: account('who let another system in'),
    revoked_by: account('who shut it out'),
  },
  session: {
    id: short('a hash of the secret in the session cookie'),
    user_id: short('who is signed in'),
    expires_at: short('when the session ends'),
  },
}
