import type { MessageKey } from '~/i18n/translate.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { mayAnywhere, reachOf, type Verb } from '~/kernel/permission.ts'

interface Place {
  to: string
  label: MessageKey
  verb?: Verb
  /** Where the verb must reach for the place to be worth a link. */
  reach?: 'region' | 'beyond-organisations'
}

const places: Place[] = [
  { to: '/home', label: 'nav.home' },
  { to: '/courses', label: 'nav.courses' },
  { to: '/organisations', label: 'nav.organisations', verb: 'figures:read' },
  { to: '/colleagues', label: 'nav.colleagues', verb: 'people:find' },
  { to: '/region', label: 'nav.region', verb: 'figures:read', reach: 'region' },
  { to: '/register', label: 'nav.register', verb: 'organisation:register' },
  { to: '/activities', label: 'nav.activities', verb: 'activity:read' },
  {
    to: '/assignments',
    label: 'nav.assignments',
    verb: 'module:assign',
    reach: 'beyond-organisations',
  },
  { to: '/nation', label: 'nav.nation', verb: 'followup:read' },
  { to: '/catalogue', label: 'nav.catalogue', verb: 'catalogue:edit' },
  { to: '/people', label: 'nav.people', verb: 'role:grant' },
  { to: '/attempts', label: 'nav.attempts', verb: 'attempt:trace' },
  { to: '/keys', label: 'nav.keys', verb: 'key:manage' },
  { to: '/certificates-issued', label: 'nav.certificates', verb: 'certificate:revoke' },
  { to: '/audit', label: 'nav.audit', verb: 'audit:read' },
]

/** The places that this person's roles open, in the header's order. */
export function navigationFor(actor: PersonActor): { to: string; label: MessageKey }[] {
  return places
    .filter(({ verb }) => !verb || mayAnywhere(actor, verb))
    .filter(({ verb, reach }) => {
      if (!verb || !reach) return true
      const { everywhere, countyCodes, municipalityCodes } = reachOf(actor, verb)
      if (everywhere && reach === 'beyond-organisations') return true
      return countyCodes.length + municipalityCodes.length > 0
    })
    .map(({ to, label }) => ({ to, label }))
}
