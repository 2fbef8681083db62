/** The administrator's pages about what happened in an attempt. */
export const attemptStory = {
  'title.attempts': 'Försök',

  'attempts.title': 'Försök',
  'attempts.lead':
    'Be den som behöver hjälp att läsa upp sin supportkod. Den står längst ner när modulen är öppen.',
  'attempts.code': 'Supportkod',
  'attempts.code.hint':
    'Åtta tecken, till exempel K7QT-M4XD. Stora eller små bokstäver går lika bra.',
  'attempts.code-form':
    'En supportkod har åtta tecken, till exempel K7QT-M4XD. Be personen läsa upp den en gång till.',
  'attempts.find': 'Sök',
  'attempts.finding': 'Söker …',
  'attempts.audited': 'Varje gång du öppnar någons försök skrivs det i händelseloggen.',
  'refusal.attempt.no-such-code':
    'Inget försök har den koden. Be personen läsa upp den en gång till, tecken för tecken.',

  'story.heading': 'Försök {code}',
  'story.lead': '{state}. Senast sparat {moment}.',
  'story.lead.nothing': '{state}. Inget har sparats än.',
  'story.facts': 'Om försöket',
  'story.learner': 'Deltagare',
  'story.learner.hidden': 'visas inte för din roll',
  'story.module': 'Modul',
  'story.version': 'Version',
  'story.version.value': '{number} ({standard})',
  'story.number': 'Försök i ordningen',
  'story.others': 'Andra försök',
  'story.other': 'Nummer {number}: {code}',
  'story.started': 'Påbörjat',
  'story.state': 'Läge',
  'story.result': 'Resultat',
  'story.result.none': 'inget',
  'story.time': 'Räknad tid',
  'story.counts': 'Räknas som klar',
  'story.counts.no': 'nej',
  'story.counts.from': 'sedan {day}',
  'story.counts.other': 'sedan {day}, genom ett annat försök',
  'story.places': 'Arbetsplats den dagen',
  'story.places.none': 'ingen var angiven',
  'story.place': '{place}, bekräftad av arbetsgivaren då',
  'story.place.claimed': '{place}, inte bekräftad av arbetsgivaren då',
  'story.place.unlisted': 'en arbetsplats som inte finns i registret',

  'story.parts': 'Delar',
  'story.parts.caption': 'Hur långt försöket har kommit i varje del',
  'story.part': 'Del',

  'story.title': 'Vad som hände',
  'story.title.intro':
    'Tiderna är svenska. En ändring är det som innehållet sparade på en gång. Vad det sparade visas inte.',
  'story.empty': 'Inget har sparats i försöket än.',
  'story.from-to': '{from}–{to}',
  'story.compacted': {
    one: 'Den första ändringen är äldre och har slagits ihop ({day}). Den går inte längre att följa för sig, men det som den sparade finns kvar.',
    other:
      'De första {count} ändringarna är äldre och har slagits ihop ({day}). De går inte längre att följa var för sig, men det som de sparade finns kvar.',
  },
  'story.not-understood': 'Allt som kom från webbläsaren gick inte att spara',
  'story.not-understood.message':
    'En ändring var inte skriven som spelaren skriver. Den kan ha skrivits om i webbläsaren, eller komma från en annan utgåva av Samsyn.',
  'story.not-understood.too-large': 'En ändring var större än 8 MiB.',
  'story.not-understood.part-unknown': 'En ändring gällde en del som paketet inte har.',
  'story.not-understood.once': 'Det hände {moment}.',
  'story.not-understood.between': 'Det hände flera gånger, från {from} till {to}.',
  'story.not-understood.text':
    'Den ligger kvar i deltagarens webbläsare, som försöker igen, och det som har sparats berörs inte. Be deltagaren öppna modulen i samma webbläsare. Händer det igen behöver den som sköter servern läsa loggen för försöket.',
  'story.missing': {
    one: 'Spåret saknar {count} ändring som försöket har räknat',
    other: 'Spåret saknar {count} ändringar som försöket har räknat',
  },
  'story.missing.text':
    'Det ska inte kunna hända. Be den som sköter servern att köra kommandot attempt verify.',
  'story.opened-since':
    'Modulen har öppnats igen efter det här, men därifrån har inget kommit fram än.',
  'story.opened-only': 'Modulen har öppnats, men inget har kommit fram än.',

  'story.opened': 'Modulen öppnades för första gången.',
  'story.opened-again': 'Modulen öppnades igen.',
  'story.took-over':
    'Ett annat fönster eller en annan dator tog över {time}. Det förra hade inte avslutats.',
  'story.opened-after-break':
    'Modulen öppnades igen. Gången innan tog slut utan att innehållet eller sidan avslutades.',
  'story.went-on': 'Samma fönster fortsatte efter {pause} utan ändringar.',
  'story.replayed': {
    one: '{count} ändring kom i efterhand från webbläsaren, som hade den kvar sedan tidigare.',
    other: '{count} ändringar kom i efterhand från webbläsaren, som hade dem kvar sedan tidigare.',
  },
  'story.saved': {
    one: '{count} ändring sparades från samma fönster.',
    other: '{count} ändringar sparades från samma fönster.',
  },
  'story.saved.parts': {
    one: '{count} ändring sparades från samma fönster. Del: {parts}.',
    other: '{count} ändringar sparades från samma fönster. Del: {parts}.',
  },
  'story.saved-on-exit': {
    one: '{count} ändring sparades när sidan lämnades.',
    other: '{count} ändringar sparades när sidan lämnades.',
  },
  'story.refused': {
    one: 'Ett värde togs inte emot: {element}, {reason} ({clause}). Resten av ändringen sparades.',
    other:
      'I {count} ändringar togs ett värde inte emot: {element}, {reason} ({clause}). Resten sparades.',
  },
  'story.refused.unknown-element': 'standarden har inget sådant',
  'story.refused.read-only': 'innehållet får inte ändra det',
  'story.refused.index': 'numret i listan går inte',
  'story.refused.type': 'värdet är skrivet på fel sätt',
  'story.refused.vocabulary': 'ordet finns inte i standarden',
  'story.refused.range': 'talet är för stort eller för litet',
  'story.refused.size': 'värdet är för långt',
  'story.refused.other': 'värdet följer inte standarden',
  'story.counted': 'Innehållet räknade {time} som använd tid.',
  'story.completed': 'Modulen blev klar {time}.',
  'story.ended': 'Innehållet avslutades på vanligt sätt.',
} as const
