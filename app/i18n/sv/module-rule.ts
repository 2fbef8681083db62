/** How attempts are judged and how a package is played: the editors' settings. */
export const moduleRule = {
  'module-rule.title': 'Hur försök bedöms',
  'module-rule.open': 'Hur försök bedöms',
  'module-rule.lead':
    'Gäller försök som börjar efter ändringen. Den som redan har börjat behåller reglerna från den dagen.',
  'module-rule.usual': 'De vanliga reglerna gäller. Ingen har ändrat dem.',
  'module-rule.since': 'Reglerna nedan gäller sedan {moment}.',
  'module-rule.save': 'Spara reglerna',
  'module-rule.saving': 'Sparar …',
  'module-rule.saved': 'Reglerna är sparade.',

  'module-rule.status': 'Klar och godkänd',
  'module-rule.status.kept': 'Står kvar',
  'module-rule.status.kept.hint':
    'Det vanliga. Den som har blivit klar eller godkänd förblir det, också om innehållet säger något annat när man bläddrar tillbaka.',
  'module-rule.status.latest': 'Det senaste gäller',
  'module-rule.status.latest.hint':
    'Innehållet kan ta tillbaka klar och godkänd, till exempel när ett prov görs om med sämre resultat. Den som redan räknas som klar i uppföljningen gör det ändå.',
  'module-rule.score': 'Resultat',
  'module-rule.score.best': 'Det bästa gäller',
  'module-rule.score.best.hint': 'Det vanliga. Den som gör om kan bara bli bättre.',
  'module-rule.score.latest': 'Det senaste gäller',
  'module-rule.score.latest.hint': 'Visar vad deltagaren kan nu.',
  'module-rule.score.first': 'Det första gäller',
  'module-rule.score.first.hint': 'Passar förkunskapsprov, där man har sett svaren när man gör om.',
  'module-rule.passed': 'Godkänd räknas som klar',
  'module-rule.passed.hint':
    'Vanligen ikryssad. I SCORM 1.2 säger innehållet antingen klar eller godkänd. Utan kryss räcker inte godkänd.',
  'module-rule.limits': 'Paketets gränser tillämpas',
  'module-rule.limits.hint':
    'Vanligen ikryssad. Där innehållet inte själv säger godkänd eller klar avgör Samsyn det efter gränserna i paketet.',
  'module-rule.attempts': 'Antal försök',
  'module-rule.attempts.hint':
    'Lämna tomt för så många som deltagaren vill, det vanliga. Antalet gäller genast, också för den som redan har börjat.',
  'module-rule.attempts.unit': 'försök',
  'module-rule.attempts.any': 'så många man vill',
  'module-rule.yes': 'ja',
  'module-rule.no': 'nej',
  'module-rule.history': 'Tidigare beslut',
  'module-rule.history.caption': 'Regler som har bestämts, de nyaste först',
  'module-rule.history.empty': 'Inget har bestämts än.',
  'module-rule.from': 'Gäller från',

  'catalogue.settings': 'Så spelas paketet',
  'catalogue.settings.intro':
    'Gäller alla versioner med samma paket, från nästa gång någon öppnar kursen.',
  'catalogue.settings.identity': 'Vad kursen får veta om deltagaren',
  'catalogue.settings.identity.pseudonym': 'En påhittad beteckning',
  'catalogue.settings.identity.pseudonym.hint':
    'Det vanliga. Kursen kan inte ta reda på vem som går den.',
  'catalogue.settings.identity.name': 'Namnet',
  'catalogue.settings.identity.name.hint':
    'Välj det bara om kursen behöver visa namnet, till exempel på ett intyg. En kurs kan skicka det den får veta till webbplatser som du har tillåtit.',
  'catalogue.settings.strict': 'Håll standardens längder',
  'catalogue.settings.strict.hint':
    'Vanligen inte ikryssad. Med kryss tas högst 4\u00a0096 tecken sparat läge emot i SCORM 1.2 och 64\u00a0000 i SCORM 2004, och det som är längre sparas inte.',
  'catalogue.settings.save': 'Spara inställningarna',
  'catalogue.settings.saving': 'Sparar …',
  'catalogue.settings.saved': 'Inställningarna är sparade.',
} as const
