/** Keys for other systems, and what those systems are told. */
export const api = {
  'title.keys': 'Nycklar',
  'title.api': 'För andra system',

  'keys.title': 'Nycklar',
  'keys.lead':
    'Med en nyckel hämtar ett annat system siffror för hela landet. En nyckel ger aldrig namn.',
  'keys.caption': 'Nycklar som gäller och som har gällt, de nyaste först',
  'keys.none': 'Ingen nyckel är skapad än.',
  'keys.name': 'Vad nyckeln är till för',
  'keys.name.hint': 'Det andra systemets namn. Skriv inget personnamn.',
  'keys.prefix': 'Börjar med',
  'keys.scope': 'Får',
  'keys.scope.followup:read': 'Läsa de nationella siffrorna',
  'keys.until': 'Sista dag',
  'keys.until.hint': 'Nyckeln gäller till och med den dagen, högst två år framåt.',
  'keys.last-used': 'Senast använd',
  'keys.never-used': 'aldrig',
  'keys.status': 'Läge',
  'keys.status.valid': 'Gäller',
  'keys.status.expired': 'Har gått ut',
  'keys.status.revoked': 'Återkallad {moment}',
  'keys.change': 'Ändra',
  'keys.new': 'Skapa en nyckel',
  'keys.new.intro': 'Nyckeln visas en gång, på nästa sida. Ha en säker plats för den redo.',
  'keys.create': 'Skapa nyckeln',
  'keys.creating': 'Skapar nyckeln …',
  'keys.made': 'Nyckeln är skapad',
  'keys.made.text':
    'Kopiera den nu. Samsyn sparar den inte och kan inte visa den igen. Mejla den inte.',
  'keys.made.label': 'Nyckel för {name}',
  'keys.revoke': 'Återkalla nyckeln',
  'keys.revoke.lead':
    'Systemet som har nyckeln slutar få svar med en gång. Det går inte att ångra, men du kan skapa en ny nyckel.',
  'keys.revoking': 'Återkallar …',
  'keys.revoked': 'Nyckeln är återkallad.',
  'keys.trail': 'Händelser',
  'keys.trail.link': 'Visa händelser som rör nyckeln',
  'keys.api': 'Så använder ett system sin nyckel',
  'refusal.key.day-passed': 'Dagen har varit. Välj i dag eller en senare dag.',
  'refusal.key.too-long': 'Välj en dag högst två år framåt.',
  'refusal.key.name-unfit': 'Skriv ett namn på högst 100 tecken, på en rad.',
  'refusal.key.made-already':
    'Formuläret har redan skapat en nyckel. Öppna sidan på nytt för att skapa en till.',
  'refusal.person.address-known': 'Adressen har redan ett konto. Inget har ändrats.',
  'refusal.person.workplace-unknown':
    'Organisationen eller enheten finns inte i dag. Inget har ändrats.',

  'api.title': 'För andra system',
  'api.lead':
    'Samma siffror som på sidan Nationell bild, för program. Alla svar har källa och dag, och JSON-stat också definitionerna.',
  'api.key.title': 'Skaffa en nyckel',
  'api.key.text':
    'En administratör skapar nyckeln, för ett system och till en viss dag. Den visas en gång. Skicka den i rubriken Authorization, aldrig i adressen. En inloggning i webbläsaren räcker inte.',
  'api.key.link': 'Nycklar (för administratörer)',
  'api.example.title': 'Ett exempel',
  'api.example.text':
    'Gävleborgs kommuner den 1 november 2026, för en modul. Lägg nyckeln i SAMSYN_KEY först.',
  'api.example.answer': 'Svaret, förkortat:',
  'api.parameters.title': 'Parametrar',
  'api.parameters.caption': 'Parametrar till /api/v1/followup/coverage. Alla är frivilliga.',
  'api.parameters.name': 'Namn',
  'api.parameters.meaning': 'Betydelse',
  'api.parameters.example': 'Exempel',
  'api.parameter.asOf':
    'Dagen som siffrorna gäller, i dag eller tidigare, som 2026-11-01. Utelämnad: i dag.',
  'api.parameter.module': 'En moduls kod ur svaret. Utelämnad: alla moduler.',
  'api.parameter.level':
    'Hur långt ned områdena går: nation, county (riket och län) eller municipality (riket, län och kommuner). Utelämnad: county, eller municipality när en kommun anges.',
  'api.parameter.county':
    'Ett läns kod, två siffror. Med level=municipality också dess kommuner. Går inte ihop med level=nation.',
  'api.parameter.municipality':
    'En kommuns kod, fyra siffror. Går inte ihop med level nation eller county.',
  'api.parameter.professionGroup':
    'En yrkesgrupp: total, social-services, school, health-care, judiciary, other-authority, civil-society, student eller other. Utelämnad: alla, summan först.',
  'api.parameter.lang':
    'Språk på texterna, sv eller en. Utelämnad: sv. JSON-stat har båda i samma fil, CSV är alltid på svenska.',
  'api.parameter.page': 'Vilken sida av områdena, från 1. Utelämnad: 1.',
  'api.parameter.pageSize': 'Antal områden per sida, 1–400. Utelämnad: 100.',
  'api.parameter.unknown': 'Parametern finns inte.',
  'api.parameter.twice': 'Parametern får bara anges en gång.',
  'api.formats.title': 'Format',
  'api.formats.text':
    'Rubriken Accept väljer: application/json ger JSON-stat 2.0, text/csv ger CSV med semikolon, och Excels egen typ (se beskrivningen) ger en Excelfil. Utan Accept blir det JSON-stat.',
  'api.formats.etag':
    'Svaret har en ETag. Skicka den i If-None-Match nästa gång: är siffrorna desamma kommer 304 utan innehåll. Uttagstiden räknas inte som en ändring.',
  'api.formats.pages':
    'Länkar till andra sidor står i rubriken Link, och antalet områden i extension.page. Svar till webbsidor på andra adresser (CORS) ges inte: nyckeln hör hemma på en server.',
  'api.formats.head':
    'HEAD ger samma rubriker som GET utan innehåll, och OPTIONS säger vilka metoder som går.',
  'api.formats.open-api': 'Beskrivningen som OpenAPI 3.1',
  'api.statuses.title': 'Tecken vid siffrorna',
  'api.statuses.caption': 'Tecken i JSON-stat (status) och vad de betyder',
  'api.statuses.sign': 'Tecken',
  'api.statuses.meaning': 'Betydelse',
  'api.limits.title': 'Hur ofta',
  'api.limits.wrong':
    'Fel nyckel räknas efter den adress som frågar: efter {points} på en minut kommer 429, också för rätt nycklar därifrån, tills räkningen börjar om.',
  'api.limits.text':
    'Varje nyckel får {points} svar i minuten. Rubrikerna RateLimit-Policy och RateLimit säger hur många som är kvar och om hur många sekunder räkningen börjar om. Efter det kommer 429 med Retry-After.',
  'api.errors.title': 'Fel',
  'api.errors.text':
    'Fel kommer som application/problem+json (RFC 9457). Fältet code säger vilket, type leder hit.',
  'api.errors.caption': 'Fel, i ordning efter status',
  'api.errors.status': 'Status',
  'api.errors.code': 'Kod',
  'api.errors.meaning': 'Vad som hände och vad du gör',

  'api.problem.invalid-parameter.title': 'En parameter är fel',
  'api.problem.invalid-parameter.detail':
    'Fältet parameters säger vilken och vad som gäller för den.',
  'api.problem.key-missing.title': 'Nyckeln saknas',
  'api.problem.key-missing.detail':
    'Skicka rubriken Authorization: Bearer följd av nyckeln. En inloggning i webbläsaren räcker inte.',
  'api.problem.key-invalid.title': 'Nyckeln gäller inte',
  'api.problem.key-invalid.detail':
    'Den är fel, har gått ut eller är återkallad. Be en administratör om en ny.',
  'api.problem.scope-missing.title': 'Nyckeln får inte det här',
  'api.problem.scope-missing.detail':
    'Be en administratör om en nyckel som får läsa de nationella siffrorna.',
  'api.problem.module-unknown.title': 'Modulen finns inte',
  'api.problem.module-unknown.detail':
    'Modulen finns inte eller har aldrig varit publicerad. Utelämna module för att se alla.',
  'api.problem.not-found.title': 'Adressen finns inte',
  'api.problem.not-found.detail': 'De adresser som finns står i /api/v1/openapi.json.',
  'api.problem.method-not-allowed.title': 'Metoden går inte här',
  'api.problem.method-not-allowed.detail': 'Rubriken Allow säger vilka som går.',
  'api.problem.not-acceptable.title': 'Formatet finns inte',
  'api.problem.not-acceptable.detail':
    'Accept ska tillåta application/json, text/csv eller Excels egen typ.',
  'api.problem.rate-limited.title': 'För många frågor',
  'api.problem.rate-limited.detail': 'Vänta så många sekunder som Retry-After säger.',
  'api.problem.unexpected.title': 'Något gick fel hos oss',
  'api.problem.unexpected.detail': 'Felet är loggat. Försök igen om en stund.',
} as const
