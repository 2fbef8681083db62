/** The national tables. */
export const followup = {
  'title.nation': 'Nationell bild',
  'title.county': 'Län',

  'followup.nation': 'Riket',
  'followup.column.persons': 'Personer',
  'followup.unit.persons': 'har gått',
  'followup.not-told': 'visas inte för sig',
  'followup.csv.all-groups': 'Alla',
  'followup.csv.known': 'känt',
  'followup.csv.partly': 'delvis',
  'followup.csv.unknown': 'okänt',

  'nation.title': 'Nationell bild',
  'nation.export': 'Hämta tabellen (CSV)',
  'nation.remedy':
    'Ingen organisation har angett hur många de är. Be länens utbildare hjälpa dem att göra det.',
  'nation.map': 'Karta',
  'nation.map.label': 'Län efter andel som har gått ”{module}”, {day}',
  'nation.counties': 'Län',
  'nation.counties.caption':
    'Anställningar som har gått ”{module}” av dem som ska, i enheter som ligger i länet, {day}',
  'nation.column.county': 'Län',

  'refusal.followup.module-unknown': 'Modulen finns inte eller har aldrig varit publicerad.',
  'refusal.followup.day-ahead': 'Dagen har inte varit än. Välj i dag eller en tidigare dag.',
} as const
