/** A trainer brings people in by file on a manager's behalf. */
export const delegation = {
  'title.delegations': 'Ombud',

  'delegation.title': 'Ombud',
  'delegation.lead':
    'Låt en utbildare i ert län läsa in personer från fil åt er. Uppdraget tar slut av sig självt, och du kan avsluta det när du vill.',
  'delegation.give': 'Ge ett uppdrag',
  'delegation.give.submit': 'Ge uppdraget',
  'delegation.give.busy': 'Sparar …',
  'delegation.trainer': 'Utbildare',
  'delegation.trainer.hint':
    'Personen ser namn och e-post i filerna och hos dem som filerna gäller.',
  'delegation.last-day': 'Sista dag',
  'delegation.last-day.hint': 'Högst ett år fram.',
  'delegation.no-trainers': 'Det finns ingen utbildare för ert område att välja.',
  'delegation.list': 'Uppdrag',
  'delegation.caption': 'Uppdrag som gäller och som har gällt',
  'delegation.from': 'Första dag',
  'delegation.state': 'Läge',
  'delegation.end': 'Avsluta',
  'delegation.end.busy': 'Avslutar …',
  'delegation.over': 'Avslutat',
  'delegation.empty': 'Inga uppdrag',
  'delegation.empty.text': 'Bara ni själva kan läsa in personer från fil.',
  'delegation.given': 'Uppdraget är givet.',
  'delegation.ended': 'Uppdraget är avslutat.',
  'delegation.too-long': 'Sista dagen kan vara i dag eller högst ett år fram.',
  'delegation.own': 'Personer från fil',
  'delegation.own.until': 'Du läser in personer åt {name} till och med {day}.',
  'refusal.delegation.too-long': 'Sista dagen kan vara i dag eller högst ett år fram.',
  'refusal.delegation.not-a-trainer': 'Välj en utbildare ur listan.',
  'refusal.delegation.has-already':
    'Utbildaren har redan ett uppdrag hos er. Avsluta det först om du vill ändra det.',
} as const
