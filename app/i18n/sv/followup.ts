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
  'followup.csv.suppressed': 'dolt',
  'followup.csv.yes': 'ja',
  'followup.csv.no': 'nej',
  'followup.place.placeless': '{county}, enheter utan egen kommun',

  'export.label': 'Täckning per {day}: anställningar som har gått en modul, av dem som ska',
  'export.source': 'Samsyn, uttag {moment}',
  'export.sheet.figures': 'Siffror',
  'export.sheet.definitions': 'Definitioner',
  'export.dimension.module': 'Modul',
  'export.dimension.place': 'Område',
  'export.dimension.professionGroup': 'Yrkesgrupp',
  'export.dimension.measure': 'Mått',
  'export.dimension.asOf': 'Per den',
  'export.column.module-code': 'Modulkod',
  'export.column.county-code': 'Länskod',
  'export.column.county': 'Län',
  'export.column.municipality-code': 'Kommunkod',
  'export.column.municipality': 'Kommun',
  'export.column.status': 'Status',
  'export.column.source': 'Källa till antalet',
  'export.column.taken-on': 'Uttagsdatum',
  'export.definition.term': 'Begrepp',
  'export.definition.text': 'Betydelse',
  'export.definition.taken-at': 'Uttagstid',
  'export.definition.figures': 'Vad siffrorna gäller',
  'export.definition.source': 'Källa',
  'export.unit.employments': 'anställningar',
  'export.unit.percent': 'procent',
  'export.unit.units': 'enheter',
  'export.unit.persons': 'personer',
  'export.measure.held': 'Innehar',
  'export.measure.required': 'Behöver',
  'export.measure.share': 'Täckning (%)',
  'export.measure.gap': 'Saknas',
  'export.measure.heldUncounted': 'Räknat utanför',
  'export.measure.heldImported': 'Därav importerade',
  'export.measure.uncountedImported': 'Räknat utanför, därav importerade',
  'export.measure.importedLeftOut': 'Importerade utanför',
  'export.measure.unknownUnits': 'Okända enheter',
  'export.measure.persons': 'Personer',
  'export.measure.share.text':
    'Innehar av behöver, i procent med en decimal. Över 100 där fler har gått än som är angivna.',
  'export.measure.gap.text': 'Behöver minus innehar, aldrig under noll.',
  'export.measure.heldImported.text':
    'De av innehar som bygger enbart på ett importerat genomförande från före Samsyn eller från annat håll.',
  'export.measure.uncountedImported.text':
    'De av räknat utanför som bygger enbart på ett importerat genomförande.',
  'export.measure.importedLeftOut.text':
    'Anställningar med enbart ett importerat genomförande, när regeln den dagen är att importerade inte räknas.',
  'export.measure.unknownUnits.text':
    'Enheter med bekräftade anställda eller uppdrag, men utan något antal som täcker dem.',
  'export.status.known': 'Hela antalet är angivet.',
  'export.status.partly': 'Delvis känt: en eller flera enheter saknar antal och ingår inte.',
  'export.status.unknown': 'Okänt: inget antal är angivet, eller måttet anges inte för sig här.',
  'export.status.none': 'Kan inte förekomma: ingen behöver modulen, så det finns ingen andel.',
  'export.status.suppressed':
    'Dolt: för få för att visas utan att röja någon. Inget döljs ännu, men tecknet är bestämt.',
  'export.note.mixed':
    'Blandad grupp används bara när flera registreras på en gång. Ingen är anställd i den, så den har ingen täckning.',
  'export.note.imported':
    'Importerade genomföranden räknas som innehar den här dagen. Hur många det är står som egna mått.',
  'export.note.imported-left-out':
    'Importerade genomföranden räknas inte som innehar den här dagen. Hur många det är står som ett eget mått.',
  'export.note.headcounts':
    'Antalet som behöver modulen är organisationernas egna uppgifter, SCB:s eller uppskattningar. Källan står vid varje rad i CSV- och Excelfilen, och i extension.sources i JSON-stat.',

  'nation.title': 'Nationell bild',
  'nation.export': 'Hämta tabellen (CSV)',
  'nation.export.xlsx': 'Hämta Excelfil',
  'nation.export.json': 'Hämta JSON-stat',
  'nation.export.title': 'Hämta siffrorna',
  'nation.export.intro':
    'Alla filer har samma siffror som sidan, med källa och dag. Definitionerna följer med i Excelfilen och i JSON-stat; till CSV står de på den här sidan.',
  'nation.export.all': 'Alla moduler, län för län',
  'nation.export.all.csv': 'CSV för alla moduler',
  'nation.export.all.xlsx': 'Excelfil för alla moduler',
  'nation.export.all.json': 'JSON-stat för alla moduler',
  'nation.export.api': 'Så hämtar ett annat system siffrorna',
  'nation.remedy':
    'Ingen organisation har angett hur många de är. Be länens utbildare hjälpa dem att göra det.',
  'nation.map': 'Karta',
  'nation.map.label': 'Län efter andel som har gått ”{module}”, {day}',
  'nation.counties': 'Län',
  'nation.counties.caption':
    'Anställningar som har gått ”{module}” av dem som ska, i enheter som ligger i länet, {day}',
  'nation.column.county': 'Län',

  'refusal.followup.module-unknown': 'Modulen finns inte eller har aldrig varit publicerad.',
  'refusal.followup.place-unknown': 'Länet eller kommunen finns inte.',
  'refusal.followup.level-above':
    'Nivån ligger över området som är valt. Välj län eller kommun för ett län, och kommun för en kommun.',
  'refusal.followup.day-ahead': 'Dagen har inte varit än. Välj i dag eller en tidigare dag.',
} as const
