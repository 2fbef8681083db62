// Everything that the reader and the checks tell a writer, who is no programmer: what is wrong, and what to
// do. Courses are written in Swedish, and so is this. What stands in {braces} is filled in; {#id} and the
// like is shown as it is.

const ofFiles = {
  'course-missing':
    'Kursen saknar filen course.yaml. Lägg till den, med titel, version och moduler.',
  'module-yaml-missing':
    'Modulen saknar filen module.yaml. Lägg till den, med titel, beskrivning och lärandemål.',
  'module-missing':
    'Modulen {slug} står i listan men har ingen mapp. Skapa mappen modules/{slug}, eller ta bort raden.',
  'module-unlisted':
    'Modulen {slug} står inte i listan modules i course.yaml. Lägg till den där, på den plats där den ska komma.',
  'file-unknown':
    'Filen hör inte hemma här och kommer inte med. Sidor heter 01-namn.md, och i namn får bara a–z, siffror och bindestreck stå. Bilder ligger i mappen media. Byt namn, flytta eller ta bort filen.',
  'page-number-twice':
    'Två sidor har nummer {number}. Ge sidorna olika nummer, så att det syns i vilken ordning de kommer.',
  'fact-id':
    'Faktabladet säger id: {id}, men filen heter {name}.yaml. Skriv samma namn på båda ställena.',
} as const

const ofYaml = {
  'yaml-broken':
    'Raden går inte att läsa. Kontrollera indraget (bara blanksteg), kolon efter namnet och att citattecken och hakparenteser stängs.',
  'yaml-tab': 'Raden börjar med tabb. Byt den mot blanksteg: två för varje steg inåt.',
  'yaml-colon':
    'Texten innehåller ett kolon och måste därför stå inom raka citattecken: namn: "Text: med kolon".',
  'yaml-key-twice': 'Samma namn står två gånger. Behåll det ena.',
  'yaml-unclosed': 'Ett citattecken stängs aldrig. Lägg till det som fattas.',
  'yaml-alias':
    'Tecknet * eller & först i en text betyder något särskilt här. Sätt texten inom raka citattecken.',
  'yaml-empty': 'Här finns inget att läsa. Skriv namn: värde, ett per rad.',
  'file-shape': 'Filen har fel form. Jämför med hur det ser ut i en annan fil av samma slag.',
  'key-unknown':
    'Namnet ”{name}” finns inte här. Kontrollera stavningen och indraget, eller ta bort raden.',
  'key-missing': '”{key}” saknas. Lägg till den raden.',
  'value-empty': '”{key}” är tomt. Fyll i det.',
  'value-not-among': '”{key}” kan inte vara ”{value}”. Välj något av: {among}.',
  'value-text': '”{key}” ska vara en text på en rad, eller flera efter >-.',
  'value-id':
    '”{key}” ska vara ett kort namn av små bokstäver a–z, siffror och bindestreck, till exempel orosanmalan-1.',
  'value-part':
    '”{key}”: delar av ett faktablad heter som number eller forWhom, med bokstäverna a–z och liten bokstav först.',
  'value-day': '”{key}” ska vara ett datum som finns: 2026-11-30.',
  'value-number': '”{key}” ska vara ett heltal, till exempel 24.',
  'value-months': '”{key}” ska vara ett antal månader från 1 till 120, till exempel 24.',
  'value-list': '”{key}” ska vara en lista: en rad för varje del, med - framför, eller [ett, två].',
  'value-group': '”{key}” ska ha egna rader under sig, med två blankstegs indrag.',
  'value-two-languages': '”{key}” ska ha två rader under sig: sv: och en:.',
  'value-https': '”{key}” ska vara en hel webbadress som börjar med https://.',
} as const

const ofPages = {
  'front-matter-missing':
    'Sidan måste börja med tre rader: --- på den första, title: och sidans titel på den andra, --- på den tredje.',
  'fence-unclosed':
    '{directive} stängs aldrig. Lägg till en rad med {closing} där innehållet slutar.',
  'fence-short':
    '{outer} innehåller {inner} (rad {line}) och måste ha fler kolon än den. Skriv {wanted}, och lika många kolon på raden som stänger.',
  'fence-stray':
    'Raden {colons} stänger inget. Ta bort den, eller ge den lika många kolon som raden som öppnar.',
  'directive-unread':
    'Raden börjar med kolon men går inte att läsa. Skriv namnet direkt efter kolonen, texten inom [hakparenteser] och inställningarna inom {klamrar} direkt efter varandra, och stäng alla parenteser.',
  'directive-unknown': 'Något som heter ”{name}” finns inte. Det finns: {known}.',
  'directive-form': '”{name}” skrivs {written}.',
  'directive-misplaced': '{directive} kan inte stå i {inside}. Den hör hemma i {holders}.',
  'label-missing': '{directive} saknar text. Skriv den inom [hakparenteser] direkt efter namnet.',
  'label-refused':
    '{directive} ska inte ha någon text inom hakparenteser. Skriv texten på raderna under.',
  'attribute-unknown': '{directive} har ingen inställning ”{name}”. Möjliga: {known}.',
  'attribute-missing': '{directive} saknar inställningen ”{name}”. Skriv den inom {klamrar}.',
  'attribute-flag': 'Inställningen ”{name}” skrivs ensam, utan värde.',
  'attribute-not-among':
    'Inställningen ”{name}” i {directive} kan inte vara ”{value}”. Välj: {among}.',
  'attribute-shape':
    'Inställningen ”{name}” i {directive} kan inte vara ”{value}”. Använd små bokstäver a–z, siffror och bindestreck; filer dessutom rätt ändelse.',
  'text-directive-unknown':
    'Ordet :{name} läses som en hänvisning, eftersom det börjar med kolon. Skriv :fact[...] eller :term[...], eller sätt ett \\ före kolonet om det ska synas som text.',
  'html-refused': 'HTML-kod och kommentarer (<...>) får inte stå i en sida. Ta bort den.',
  'code-refused':
    'Texten läses som programkod, för den har fyra blanksteg före sig eller står inom `. Ta bort det.',
  'image-refused':
    'Bilder läggs in med ::figure[Textalternativ]{src=namn.svg}, inte med ![...](...).',
  'table-refused': 'Tabeller finns inte i kurser. Skriv en lista i stället.',
  'link-by-reference': 'Skriv länken på ett ställe: [texten](https://...).',
  'link-not-https': 'Länken ”{address}” måste börja med https://.',
  'heading-level':
    'Rubriken har fel nivå. Sidans titel är den översta; skriv {wanted} framför den här rubriken.',
  'case-empty': 'Fallet har ingen scen. Lägg till minst en ::::scene{#id}.',
  'case-text': 'Texten står i fallet men utanför dess scener. Flytta in den i en scen.',
  'scene-text': 'Texten står efter scenens första val. Flytta den före valen, eller in i ett val.',
  'question-text':
    'Texten står i frågan men utanför svaren. Skriv frågan inom [hakparenteser], och det som ska stå före den på sidan.',
  'question-part': 'En fråga med type={type} består av :::{wanted}, inte av :::{part}.',
  'question-short': 'Frågan behöver minst två :::{part}.',
  'question-one-right':
    'En fråga med type=single har precis ett rätt svar, men {count} är märkta. Märk ett med {right}, eller välj type=multiple.',
  'question-no-right': 'Inget svar är rätt. Märk de rätta svaren med {right} efter texten.',
  'question-same-pair': 'Två par slutar likadant, så frågan har flera rätta svar. Skilj dem åt.',
  'part-text': 'Det som står i :::{name} syns inte. Flytta det till en :::feedback i frågan.',
  'checklist-list':
    'En checklista består av en punktlista (- ...). Text får stå före listan, inte efter.',
  'bank-text': 'Bara frågor syns i questions/. Ta bort texten, eller flytta den till en sida.',
} as const

const ofReferences = {
  'fact-unknown':
    'Faktabladet ”{id}” finns inte. Kontrollera stavningen, eller skriv filen facts/{id}.yaml.',
  'fact-part-unknown': 'Faktabladet ”{id}” har ingen del ”{part}”. Det har: {parts}.',
  'term-unknown':
    'Ordet ”{id}” finns inte i glossary.yaml. Kontrollera stavningen, eller lägg till det.',
  'link-host':
    'Länken går till {host}, som inget faktablad har som källa. Lägg in källan i ett faktablad, eller ta bort länken.',
  'goal-unknown': 'Lärandemålet ”{id}” finns inte i module.yaml. Där finns: {known}.',
  'media-missing':
    'Filen {name} finns inte. Lägg den i modules/{module}/media, eller i kursens mapp media om flera moduler visar den.',
  'scene-unknown': 'Valet leder till scenen ”{id}”, som inte finns i fallet.',
  'scene-unreached':
    'Inget val leder till scenen ”{id}”. Låt ett val leda dit med to={id}, eller ta bort scenen.',
  'question-untaught':
    'Frågan säger inte var man lär sig svaret. Lägg till teaches=modul/sida inom {klamrar}.',
  'teaches-unknown':
    'Ingen sida heter ”{teaches}”. Skriv teaches=modul/sida, sidan utan sitt nummer.',
  'track-module-unknown': 'Spåret ”{track}” har modulen ”{slug}”, som inte finns.',
  'renewal-unknown':
    'Intyget förnyas av ”{slug}”, men ingen modul av slaget refresher heter så. Kontrollera stavningen, eller ta bort raden renewedBy.',
  'renewal-unnamed':
    'Modulen är en repetition, men certificate i course.yaml säger inte att den förnyar intyget. Skriv renewedBy: {slug} där, eller byt kind här.',
  'id-twice': '”{id}” används redan i {where}. Välj ett annat namn.',
} as const

const ofContent = {
  'fact-without-source':
    'Faktabladet saknar källa. Lägg till en under source, med title och publisher.',
  'fact-unsure':
    'Lagens säkerhet är {certainty}. Skriv under toCheck vad som ska kontrolleras före publicering.',
  'fact-ended':
    'Faktabladet gäller till och med {day} men används på en sida. Skriv det som gäller nu, eller ta bort det ur sidorna.',
  'fact-overdue': 'Faktabladet skulle ha granskats senast {day}. Granska det och skriv nya datum.',
  'typed-phone':
    'Telefonnumret {found} står i texten. Hämta det ur ett faktablad i stället, till exempel :fact[larm-112.number].',
  'typed-section':
    'Ett lagrum ({found}) står i texten. Hämta det ur ett faktablad i stället, till exempel :fact[lag-anmalningsplikt.section].',
  'typed-penalty':
    'Ett straff står i texten (”{found}”). Hämta det ur ett faktablad i stället, till exempel :fact[lag-hedersfortryck.penalty].',
  'question-without-feedback':
    'Frågan saknar återkoppling. Lägg till en :::feedback som förklarar svaret.',
  'answer-without-feedback':
    'Svaret saknar återkoppling. Skriv under svaret varför det är rätt eller fel.',
  'choice-without-consequence': 'Valet saknar följd. Skriv under valet vad som händer.',
  'longest-right':
    'Det längsta svaret är rätt i {count} av {of} frågor, så att den som gissar har lätt att få rätt. Korta de rätta svaren eller förläng de felaktiga i: {ids}.',
  'figure-without-alternative':
    'Bilden saknar textalternativ. Skriv inom [hakparenteser] vad bilden visar för den som inte ser den.',
  'recording-without-transcript':
    'Inspelningen saknar utskrift. Skriv allt som sägs på raderna mellan kolonen.',
  'film-without-captions': 'Filmen saknar undertexter. Lägg till captions=namn.vtt.',
  'film-without-description': 'Filmen saknar syntolkning. Lägg till description=namn.mp4.',
  'lix-high':
    'Sidan har LIX {lix} och får ha högst {limit}. Dela långa meningar och byt långa ord mot korta.',
  'sentence-repeated':
    'Meningen ”{sentence}” står redan i {where}. Skriv om den ena eller ta bort den.',
  'title-telling':
    'Titeln eller namnet ”{title}” innehåller ”{word}”. Titlar syns i flikar, listor och webbadresser, där andra kan läsa dem. Välj neutrala ord.',
  'text-unwritten': 'Här väntar en plats på sin text. Byt [skriv: ...] mot det som ska stå här.',
} as const

const ofModules = {
  'lesson-goals': 'Modulen har inga lärandemål. Lägg till dem under goals.',
  'lesson-few-pages': 'Modulen behöver minst 8 sidor. Nu är de {count}.',
  'lesson-many-pages':
    'Modulen får ha högst 14 sidor. Nu är de {count}. Dela modulen, eller slå ihop sidor.',
  'lesson-decisions': 'Modulen behöver minst 2 scener med val. Nu är de {count}.',
  'lesson-questions': 'Modulen behöver minst 5 frågor. Nu är de {count}.',
  'lesson-reflection': 'Modulen saknar en reflektion (:::reflection).',
  'lesson-checklist': 'Modulen saknar en checklista (:::checklist).',
  'lesson-easy-read': 'Modulen saknar en lättläst sida. Skriv lattlast.md.',
  'module-guide': 'Modulen saknar en handledning för den som leder en grupp. Skriv handledning.md.',
  'goal-without-page':
    'Ingen sida arbetar med lärandemålet ”{id}”. Skriv det under goals överst på en sida.',
  'goal-without-question':
    'Ingen fråga prövar lärandemålet ”{id}”. Lägg en fråga på en av målets sidor.',
  'test-without-draw':
    'Provet säger inte hur frågor dras. Lägg till draw med questions, passPercent och secondsPerQuestion.',
  'test-small-bank': 'Provet drar {draw} frågor men har bara {bank}. Skriv fler, eller dra färre.',
  'test-small-draw':
    'Provet drar {draw} frågor men ska täcka {modules} moduler. Dra minst en fråga för varje modul.',
  'test-module-forgotten': 'Ingen fråga i provet prövar modulen {slug}.',
  'not-a-test': 'Bara prov (kind: test) har draw och mappen questions.',
  'map-stale': 'Kartan i courses/README.md är inte aktuell. Kör npm run courses -- map.',
} as const

export const problemTexts = {
  ...ofFiles,
  ...ofYaml,
  ...ofPages,
  ...ofReferences,
  ...ofContent,
  ...ofModules,
} as const
