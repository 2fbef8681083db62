/** How a version works for those who take it, for editors. */
export const quality = {
  'quality.title': 'Kvalitet',
  'quality.open': 'Se hur innehållet fungerar',
  'quality.lead.version': '{module} · version {number}',
  'quality.lead': '{version} · {count} försök sedan {day}.',
  'quality.lead.newest': '{version} · de {count} senaste försöken, sedan {day}.',
  'quality.empty': 'För få försök än',
  'quality.empty.text':
    'Här visas hur frågorna fungerar, hur lång tid sidorna tar och var deltagarna stannar. Siffrorna kommer när minst {fewest} försök har sparats, ungefär tio minuter efter det sista.',
  'quality.told': 'visas',
  'quality.few': 'för få',

  'quality.questions': 'Frågor',
  'quality.questions.intro':
    'En fråga som nästan alla har rätt på prövar inte så mycket. En fråga som skiljer tvärtom kan ha fel facit eller vara svår att förstå.',
  'quality.questions.caption': 'Frågor i kursens ordning, räknat på varje försöks första svar',
  'quality.questions.none': 'Innehållet har inte rapporterat några svar på frågor.',
  'quality.questions.few': 'Färre än {fewest} försök har svarat, så siffror visas inte: {names}.',
  'quality.questions.few.more': '{names} och {count} till',
  'quality.questions.download': 'Hämta frågorna (CSV)',
  'quality.question': 'Fråga',
  'quality.or': ' eller ',
  'quality.question.right': 'Rätt svar: {response}',
  'quality.attempts': 'Försök',
  'quality.answers': { one: '{count} svar', other: '{count} svar' },
  'quality.difficulty': 'Rätt från början',
  'quality.difficulty.judged': 'av {count} bedömda',
  'quality.difficulty.points': 'i medel {points} poäng',
  'quality.difficulty.unjudged': 'bedöms inte',
  'quality.discrimination': 'Skiljer',
  'quality.discrimination.well': 'skiljer bra',
  'quality.discrimination.weakly': 'skiljer svagt',
  'quality.discrimination.not': 'skiljer inte alls',
  'quality.discrimination.reversed': 'skiljer tvärtom',
  'quality.discrimination.none': 'går inte att räkna',
  'quality.wrong': 'Vanligaste fel svar',
  'quality.wrong.answer': '{response} ({count})',
  'quality.wrong.none': 'inget vanligt',
  'quality.latency': 'Tid att svara',
  'quality.latency.unit': 'median',
  'quality.latency.none': 'okänd',

  'quality.pages': 'Tid per sida',
  'quality.pages.caption': 'Platser i innehållet, som innehållet själv namnger dem',
  'quality.pages.none': 'Innehållet har inte rapporterat var deltagarna är.',
  'quality.pages.few': {
    one: '{count} plats har färre än {fewest} försök och visas inte.',
    other: '{count} platser har färre än {fewest} försök och visas inte.',
  },
  'quality.page': 'Plats',
  'quality.page.whole': 'hela delen',
  'quality.page.start': 'innan första sidan',
  'quality.page.time': 'Tid',
  'quality.page.time.unit': 'median',
  'quality.page.visits': 'Besök',
  'quality.seconds': '{seconds} s',
  'quality.minutes': '{minutes} min {seconds} s',

  'quality.stops': 'Där deltagare stannar',
  'quality.stops.total': {
    one: '{count} av {attempts} försök är inte klart och har legat stilla i minst {days} dagar.',
    other: '{count} av {attempts} försök är inte klara och har legat stilla i minst {days} dagar.',
  },
  'quality.stops.untold': 'Försök som inte är klara och har legat stilla i minst {days} dagar.',
  'quality.stops.caption': 'Platsen där försöken senast var, flest först',
  'quality.stops.none': 'Inget försök har stannat.',
  'quality.stops.elsewhere': 'andra platser',

  'quality.definition': 'Så räknas siffrorna',
  'quality.definition.attempts': 'Försök',
  'quality.definition.attempts.text':
    'En deltagares väg genom versionen, klar eller inte. Siffrorna bygger på högst {most} försök, de senast påbörjade. Inget visas om färre än {fewest} försök, och inget visas med namn.',
  'quality.definition.difficulty': 'Rätt från början (svårighet)',
  'quality.definition.difficulty.text':
    'Andelen som hade rätt av dem vars svar bedömdes. Bara försökets första svar på frågan räknas, senare svar gör det inte. Ett svar som innehållet kallar oväntat räknas som fel. Ju högre andel, desto lättare fråga.',
  'quality.definition.discrimination': 'Skiljer (särskiljning)',
  'quality.definition.discrimination.text':
    'Hur väl frågan skiljer den som kan från den som inte kan: sambandet mellan rätt på frågan och andelen rätt på de andra frågorna, från −1 till 1. Bra är 0,3 eller mer, svagt från 0,1. Under −0,1 har de som kan mest oftare fel. Räknas när minst {fewest} försök har svarat på frågan och någon till. Bedömer innehållet bara med poäng räknas de i stället för rätt och fel.',
  'quality.definition.wrong': 'Vanligaste fel svar',
  'quality.definition.wrong.text':
    'Svar som minst {fewest} försök har gett som sitt första, högst tre, så som innehållet skriver dem.',
  'quality.definition.time': 'Tid per sida',
  'quality.definition.time.text':
    'Tiden mellan det att innehållet sparar på en plats och det att det sparar nästa gång, summerad för försöket. Ett uppehåll räknas som högst {minutes} minuter. Tid utan uppkoppling räknas inte.',
  'quality.definition.stops': 'Stannat',
  'quality.definition.stops.text':
    'Försöket är inte klart och har inte sparat något på {days} dagar. Platsen är den där det senast sparade.',
  'quality.definition.gathered': 'Insamlat',
  'quality.definition.gathered.text':
    'Från {since} till {until}. Nya svar samlas in var tionde minut.',
} as const
