import type { api as sv } from '../sv/api.ts'
import type { Translated } from '../translate.ts'

export const api: Translated<typeof sv> = {
  'title.keys': 'Keys',
  'title.api': 'For other systems',

  'keys.title': 'Keys',
  'keys.lead':
    'With a key another system fetches figures for the whole country. A key never gives names.',
  'keys.caption': 'Keys in force and past ones, the newest first',
  'keys.none': 'No key has been made yet.',
  'keys.name': 'What the key is for',
  'keys.name.hint': 'The other system’s name. Write no person’s name.',
  'keys.prefix': 'Begins with',
  'keys.scope': 'May',
  'keys.scope.followup:read': 'Read the national figures',
  'keys.until': 'Last day',
  'keys.until.hint': 'The key is good up to and including that day, at most two years ahead.',
  'keys.last-used': 'Last used',
  'keys.never-used': 'never',
  'keys.status': 'State',
  'keys.status.valid': 'In force',
  'keys.status.expired': 'Has ended',
  'keys.status.revoked': 'Revoked {moment}',
  'keys.change': 'Change',
  'keys.new': 'Make a key',
  'keys.new.intro': 'The key is shown once, on the next page. Have a safe place for it ready.',
  'keys.create': 'Make the key',
  'keys.creating': 'Making the key …',
  'keys.made': 'The key is made',
  'keys.made.text':
    'Copy it now. Samsyn does not keep it and cannot show it again. Do not send it by mail.',
  'keys.made.label': 'Key for {name}',
  'keys.revoke': 'Revoke the key',
  'keys.revoke.lead':
    'The system that has the key stops getting answers at once. This cannot be undone, but you can make a new key.',
  'keys.revoking': 'Revoking …',
  'keys.revoked': 'The key is revoked.',
  'keys.trail': 'Events',
  'keys.trail.link': 'Show events about the key',
  'keys.api': 'How a system uses its key',
  'refusal.key.day-passed': 'That day has gone. Choose today or a later day.',
  'refusal.key.too-long': 'Choose a day at most two years ahead.',
  'refusal.key.name-unfit': 'Write a name of at most 100 characters, on one line.',
  'refusal.key.made-already':
    'This form has already made a key. Open the page anew to make another one.',
  'refusal.person.address-known': 'The address has an account already. Nothing has changed.',
  'refusal.person.workplace-unknown':
    'There is no such organisation or unit today. Nothing has changed.',

  'api.title': 'For other systems',
  'api.lead':
    'The same figures as on the page National picture, for programs. Every answer has its source and day, and JSON-stat the definitions too.',
  'api.key.title': 'Get a key',
  'api.key.text':
    'An administrator makes the key, for one system and up to a certain day. It is shown once. Send it in the header Authorization, never in the address. Being signed in in a browser is not enough.',
  'api.key.link': 'Keys (for administrators)',
  'api.example.title': 'An example',
  'api.example.text':
    'The municipalities of Gävleborg on 1 November 2026, for one module. Put the key in SAMSYN_KEY first.',
  'api.example.answer': 'The answer, shortened:',
  'api.parameters.title': 'Parameters',
  'api.parameters.caption': 'Parameters of /api/v1/followup/coverage. All of them may be left out.',
  'api.parameters.name': 'Name',
  'api.parameters.meaning': 'Meaning',
  'api.parameters.example': 'Example',
  'api.parameter.asOf':
    'The day that the figures speak of, today or earlier, as 2026-11-01. Left out: today.',
  'api.parameter.module': 'A module’s code out of an answer. Left out: every module.',
  'api.parameter.level':
    'How far down the places go: nation, county (the nation and its counties) or municipality (nation, counties and municipalities). Left out: county, or municipality where one is given.',
  'api.parameter.county':
    'A county’s code, two digits. With level=municipality its municipalities, too. Does not go with level=nation.',
  'api.parameter.municipality':
    'A municipality’s code, four digits. Does not go with level nation or county.',
  'api.parameter.professionGroup':
    'One profession group: total, social-services, school, health-care, judiciary, other-authority, civil-society, student or other. Left out: all of them, the total first.',
  'api.parameter.lang':
    'The language of the texts, sv or en. Left out: sv. JSON-stat has both in one file, CSV is always in Swedish.',
  'api.parameter.page': 'Which page of the places, from 1. Left out: 1.',
  'api.parameter.pageSize': 'Places on a page, 1–400. Left out: 100.',
  'api.parameter.unknown': 'There is no such parameter.',
  'api.parameter.twice': 'The parameter may be given only once.',
  'api.formats.title': 'Formats',
  'api.formats.text':
    'The header Accept chooses: application/json gives JSON-stat 2.0, text/csv gives CSV with semicolons, and Excel’s own type (see the description) gives a workbook. Without Accept it is JSON-stat.',
  'api.formats.etag':
    'The answer has an ETag. Send it in If-None-Match next time: if the figures are the same, 304 comes without content. The time of extraction does not count as a change.',
  'api.formats.pages':
    'Links to other pages are in the header Link, and the number of places in extension.page. Web pages elsewhere get no answers (CORS): the key belongs on a server.',
  'api.formats.head':
    'HEAD gives the headers of GET without content, and OPTIONS tells which methods work.',
  'api.formats.open-api': 'The description as OpenAPI 3.1',
  'api.statuses.title': 'Signs beside the figures',
  'api.statuses.caption': 'Signs in JSON-stat (status) and what they mean',
  'api.statuses.sign': 'Sign',
  'api.statuses.meaning': 'Meaning',
  'api.limits.title': 'How often',
  'api.limits.wrong':
    'Wrong keys are counted by the address that asks: after {points} within a minute comes 429, for good keys from there too, until the count begins anew.',
  'api.limits.text':
    'Each key gets {points} answers a minute. The headers RateLimit-Policy and RateLimit tell how many are left and in how many seconds the count begins anew. After that comes 429 with Retry-After.',
  'api.errors.title': 'Errors',
  'api.errors.text':
    'Errors come as application/problem+json (RFC 9457). The member code tells which, type leads here.',
  'api.errors.caption': 'Errors, by status',
  'api.errors.status': 'Status',
  'api.errors.code': 'Code',
  'api.errors.meaning': 'What happened and what to do',

  'api.problem.invalid-parameter.title': 'A parameter is wrong',
  'api.problem.invalid-parameter.detail': 'The member parameters tells which, and its rule.',
  'api.problem.key-missing.title': 'The key is missing',
  'api.problem.key-missing.detail':
    'Send the header Authorization: Bearer followed by the key. Being signed in in a browser is not enough.',
  'api.problem.key-invalid.title': 'The key is not good',
  'api.problem.key-invalid.detail':
    'It is wrong, has ended or has been revoked. Ask an administrator for a new one.',
  'api.problem.scope-missing.title': 'The key may not do this',
  'api.problem.scope-missing.detail':
    'Ask an administrator for a key that may read the national figures.',
  'api.problem.module-unknown.title': 'There is no such module',
  'api.problem.module-unknown.detail':
    'The module does not exist or has never been published. Leave module out to see all of them.',
  'api.problem.not-found.title': 'There is no such address',
  'api.problem.not-found.detail': 'The addresses there are stand in /api/v1/openapi.json.',
  'api.problem.method-not-allowed.title': 'The method does not work here',
  'api.problem.method-not-allowed.detail': 'The header Allow tells which ones do.',
  'api.problem.not-acceptable.title': 'There is no such format',
  'api.problem.not-acceptable.detail':
    'Accept is to allow application/json, text/csv or Excel’s own type.',
  'api.problem.rate-limited.title': 'Too many questions',
  'api.problem.rate-limited.detail': 'Wait as many seconds as Retry-After tells.',
  'api.problem.unexpected.title': 'Something went wrong with us',
  'api.problem.unexpected.detail': 'The error is logged. Try again in a while.',
}
