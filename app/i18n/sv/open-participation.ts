/** The form at the end of a module that was taken without signing in, and what comes of it in the figures. */
export const openParticipation = {
  'open.tick.title': 'Var arbetar du?',
  'open.tick.lead':
    'Du har gjort ”{module}” utan att logga in. Du kan berätta i vilket län du arbetar och med vad. Det är frivilligt.',
  'open.tick.kept.title': 'Det här är anonymt',
  'open.tick.kept':
    'Vi sparar modulen, dagens datum och det du väljer här, inget om dig. Svaret visas i den nationella uppföljningen som öppet, självrapporterat deltagande och räknas aldrig som att någon har gått kursen.',
  'open.tick.county': 'Län där du arbetar',
  'open.tick.group': 'Yrkesgrupp',
  'open.tick.unstated': 'Vill inte ange',
  'open.tick.submit': 'Skicka',
  'open.tick.pending': 'Skickar …',
  'open.tick.back': 'Tillbaka till modulen',
  'open.tick.sent.title': 'Tack',
  'open.tick.sent.lead': 'Svaret är sparat. Inget i det pekar ut dig.',
  'open.tick.sent.courses': 'Se fler moduler',
  'refusal.open.county-unknown': 'Länet finns inte i registret. Välj ett ur listan.',

  'open.figures.title': 'Öppet, självrapporterat',
  'open.figures.intro':
    'Personer som har tagit modulen utan att logga in och sedan själva har berättat det. Ingen har kontrollerat uppgifterna, och samma person kan ha svarat flera gånger. De ingår inte i några andra siffror på sidan.',
  'open.figures.total': {
    one: '{count} svar från {from} till och med {to}.',
    other: '{count} svar från {from} till och med {to}.',
  },
  'open.figures.none': 'Inga svar om {module} till och med {day}.',
  'open.figures.counties': 'Öppet, självrapporterat per län. {module}, till och med {day}.',
  'open.figures.groups': 'Öppet, självrapporterat per yrkesgrupp. {module}, till och med {day}.',
  'open.figures.count': 'Antal',
  'open.figures.unit': 'svar',
  'open.figures.unstated': 'Ej angivet',
  'open.figures.file': 'Hämta öppet, självrapporterat för alla moduler (CSV)',
  'open.figures.source': 'självrapporterat utan inloggning',
} as const
