/** Figures of coverage: how many have, of how many who should. */
export const coverage = {
  'title.region': 'Mitt område',

  'coverage.filter.module': 'Modul',
  'coverage.filter.first-module': 'Första modulen',
  'coverage.filter.as-of': 'Per den',
  'coverage.filter.show': 'Visa',
  'coverage.no-module': 'ingen modul',
  'coverage.no-module.title': 'Ingen modul är publicerad än',
  'coverage.no-module.text':
    'När en redaktör har publicerat en modul går den att tilldela, och siffrorna visas här.',

  'coverage.sentence.missing': {
    one: '{count} av {required} saknar ”{module}”.',
    other: '{count} av {required} saknar ”{module}”.',
  },
  'coverage.sentence.all': 'Alla {required} har gått ”{module}”.',
  'coverage.sentence.exceeds':
    '{held} har gått ”{module}”, fler än de {required} som är angivna. Se över antalet.',
  'coverage.sentence.nobody': 'Ingen är angiven att omfattas av ”{module}”.',
  'coverage.sentence.unknown': {
    one: 'Det är okänt hur många som ska gå ”{module}”. {count} har gått den.',
    other: 'Det är okänt hur många som ska gå ”{module}”. {count} har gått den.',
  },
  'coverage.sentence.late': { one: '{count} person är sen.', other: '{count} personer är sena.' },

  'coverage.unit.employments': 'anställningar',
  'coverage.column.coverage': 'Har gått',
  'coverage.column.gap': 'Saknas',
  'coverage.column.source': 'Källa till antalet',
  'coverage.column.caveat': 'Att tänka på',
  'coverage.column.unknown-units': 'Utan antal',
  'coverage.unit.units': 'enheter',
  'coverage.column.uncounted': 'Utanför',
  'coverage.column.group': 'Yrkesgrupp',
  'coverage.groups.title': 'Yrkesgrupper',
  'coverage.groups.caption': 'Anställningar som har gått ”{module}” av dem som ska, {day}',
  'coverage.groups.empty': 'Inga anställda är bekräftade och inget antal är angivet än.',

  'coverage.partly': 'delvis känt',
  'coverage.caveat.none': '–',
  'coverage.caveat.exceeds': 'fler har gått än antalet som är angivet',
  'coverage.caveat.unknown-units': {
    one: '{count} enhet saknar antal',
    other: '{count} enheter saknar antal',
  },
  'coverage.caveat.unknown-groups': {
    one: '{count} yrkesgrupp saknar antal helt och ingår inte i summan',
    other: '{count} yrkesgrupper saknar antal helt och ingår inte i summan',
  },
  'coverage.caveat.uncounted': {
    one: '{count} som har gått räknas inte in',
    other: '{count} som har gått räknas inte in',
  },
  'coverage.caveat.headcount': 'antalet gäller från {day}',

  'coverage.imported': {
    one: 'varav {count} importerad',
    other: 'varav {count} importerade',
  },
  'coverage.imported.left-out': {
    one: '{count} importerad räknas inte',
    other: '{count} importerade räknas inte',
  },

  'title.rules': 'Räkneregler',
  'coverage.rule.link': 'Se och ändra räknereglerna',
  'coverage.rule.title': 'Räkneregler',
  'coverage.rule.counts': 'Importerade genomföranden räknas i alla siffror.',
  'coverage.rule.left-out': 'Importerade genomföranden räknas inte i någon siffra.',
  'coverage.rule.since': 'Beslutat {moment}.',
  'coverage.rule.from-start': 'Så har det varit från början. Ingen har beslutat något annat.',
  'coverage.rule.change': 'Ändra',
  'coverage.rule.change.intro':
    'Regeln gäller hela landet från och med i dag. Siffror för tidigare dagar ändras inte. Hur många som är importerade visas alltid bredvid siffran.',
  'coverage.rule.imported': 'Genomföranden före Samsyn eller någon annanstans, inlästa från fil',
  'coverage.rule.option.count': 'Importerade räknas',
  'coverage.rule.option.leave-out': 'Importerade räknas inte',
  'coverage.rule.confirm': 'Jag vet att alla siffror från och med i dag räknas om',
  'coverage.rule.confirm-first': 'Bekräfta att alla siffror från och med i dag räknas om.',
  'coverage.rule.save': 'Spara regeln',
  'coverage.rule.saving': 'Sparar …',
  'coverage.rule.saved': 'Regeln är sparad.',
  'coverage.rule.history': 'Beslut',
  'coverage.rule.history.caption': 'Alla beslut, det senaste överst',
  'coverage.rule.history.empty': 'Inget beslut är fattat än.',
  'coverage.rule.column.from': 'Från',
  'coverage.rule.column.rule': 'Regel',
  'refusal.coverage.rule-unchanged': 'Regeln är redan så.',

  'figure.source.own': 'egen uppgift',
  'figure.source.scb': 'SCB',
  'figure.source.estimate': 'uppskattning',
  'figure.source.mixed': 'flera källor',
  'figure.source.none': '–',

  'definition.title': 'Så räknas siffrorna',
  'definition.held': 'Har gått',
  'definition.held.text':
    'Anställningar som organisationen har bekräftat och som gäller den dagen, där personen har gått hela modulen. Den som har två anställningar räknas två gånger, precis som i personalstatistiken.',
  'definition.required': 'Av hur många',
  'definition.required.text':
    'Antalet anställda som organisationen har angett för enheten och allt under den. Har enheten inte angett något läggs det ihop som enheterna under den har angett.',
  'definition.unknown': 'Okänt',
  'definition.unknown.text':
    'Ingen har angett något antal. Då finns ingen andel, och den visas aldrig som 0\u00a0%. En enhet räknas som okänd när den har bekräftade anställda eller uppdrag men inget antal.',
  'definition.uncounted': 'Räknas inte in',
  'definition.uncounted.text':
    'Anställningar som har gått modulen i en enhet som inget antal täcker. De finns med i antalet som har gått, men inte i andelen.',
  'definition.imported': 'Importerade',
  'definition.imported.counts':
    'Genomföranden före Samsyn eller någon annanstans, som arbetsgivaren har läst in. De räknas den här dagen. Hur många siffran vilar på står bredvid den.',
  'definition.imported.left-out':
    'Genomföranden före Samsyn eller någon annanstans, som arbetsgivaren har läst in. De räknas inte den här dagen. Hur många som är utanför står bredvid siffran. I listan över personer står de som klara.',
  'definition.sum': 'Summor',
  'definition.sum.text':
    'Summan gäller de yrkesgrupper som är kända. Områden går inte alltid att lägga ihop: ett antal som är angivet i ett län kan täcka enheter i ett annat, och det syns bara i riket.',
  'definition.as-of': 'Dag',
  'definition.as-of.text': 'Läget vid dagens slut {day}, svensk tid.',
  'definition.persons': 'Personer',
  'definition.persons.text':
    'Alla som har gått modulen, också de som inte är bekräftade, studerande och förtroendevalda. En person räknas en gång i varje område där hen hörde hemma den dag hen blev klar. Den som inte hörde hemma någonstans då räknas bara i riket; så kan det vara med importerade. Den som har två konton som inte är ihopslagna räknas en gång för varje. Personer är inte samma sak som anställningar.',
  'definition.taken-on': 'Uttagsdatum',

  'region.title': 'Mitt område',
  'region.catchment': 'Kommunerna i upptagningsområdet',
  'region.remedy':
    'Ingen organisation i området har angett hur många de är. Be dem göra det, så går andelen att räkna.',
  'region.municipalities': 'Kommuner',
  'region.municipalities.caption':
    'Anställningar som har gått ”{module}” av dem som ska, i enheter som ligger i kommunen, {day}',
  'region.placeless': 'Enheter utan egen kommun',
  'region.ranked': 'Störst behov först',
  'region.ranked.intro': {
    one: '{count} organisation har angett hur många de är.',
    other: '{count} organisationer har angett hur många de är. Där flest saknas står överst.',
  },
  'region.ranked.caption': 'Organisationer efter hur många som saknar ”{module}”, {day}',
  'region.unknown': 'Okänt ({count})',
  'region.unknown.intro':
    'De här organisationerna har inte angett hur många de är. Be dem göra det, så går behovet att se.',
  'region.unknown.caption':
    'Organisationer utan angivet antal och hur många som ändå har gått ”{module}”, {day}',
  'region.column.planned': 'Planerat',
  'region.due': 'klart senast {day}',
  'region.not-planned': 'inte tilldelad',
  'region.none': 'Här finns ingenting att visa.',
  'region.white-spots': 'Vita fläckar ({count})',
  'region.white-spots.intro': {
    one: 'I {shown} av {all} organisationer har ingen som arbetar där gått en modul eller deltagit i en insats på ett år.',
    other:
      'I {shown} av {all} organisationer har ingen som arbetar där gått en modul eller deltagit i en insats på ett år.',
  },
  'region.white-spots.caption':
    'Organisationer utan genomförd modul eller deltagande i insats de senaste 365 dagarna, {day}',
  'region.white-spots.none':
    'I alla {all} organisationer har någon gått en modul eller deltagit i en insats det senaste året.',
  'region.column.last': 'Senast',
  'region.never': 'aldrig',
  'region.assignments.all': {
    one: 'Se det uppdrag som pågår',
    other: 'Se alla {count} uppdrag som pågår',
  },
  'region.all': 'Se alla organisationer',

  'title.overview': 'Alla moduler',
  'overview.link': 'Alla moduler',
  'overview.title': 'Alla moduler',
  'overview.lead':
    'Allt som är tilldelat eller rekommenderat här, med hur många i varje yrkesgrupp som har gått det.',
  'overview.caption': 'Anställningar som har gått, av dem som ska: {unit}, {day}',
  'overview.thing': 'Modul eller spår',
  'overview.track': { one: 'Spår, {count} modul', other: 'Spår, {count} moduler' },
  'overview.course': { one: 'Kurs, {count} modul', other: 'Kurs, {count} moduler' },
  'overview.kind.module': 'Modul',
  'overview.kind.track': 'Spår',
  'overview.kind.course': 'Kurs',
  'overview.mandatory': 'ska göras',
  'overview.all-groups': 'Alla yrkesgrupper',
  'overview.nobody': '–',
  'overview.who': '{figure}: visa dem i {group}',
  'overview.empty': 'Inget är tilldelat här än',
  'overview.empty.text': 'När en modul eller ett spår är tilldelat visas det här.',
  'overview.below': 'Enheter under',
  'overview.below.intro': 'Öppna en enhet för att se den och allt under den.',
  'overview.export': 'Hämta tabellen som CSV',
} as const
