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
    valid_from: affiliation('from when'),
    valid_to: affiliation('until when'),
    status: affiliation('whether the organisation has confirmed it'),
    decided_at: affiliation('when it was confirmed or declined'),
    decided_by: affiliation('who confirmed or declined it'),
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
