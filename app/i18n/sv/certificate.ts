export const certificate = {
  'title.certificates': 'Intyg',

  'certificates.title': 'Mina intyg',
  'certificates.lead':
    'Ett intyg visar att du har gått allt som ingår i ett spår. Bara du ser dina intyg, tills du själv visar dem för någon.',
  'certificates.empty': 'Du har inga intyg än',
  'certificates.empty.text':
    'När du har gjort klart alla moduler i ett spår, med kunskapsprovet, finns ditt intyg här.',
  'certificates.label': '{course}, {track}',
  'certificates.until': 'Gäller till och med {day}',
  'certificates.revoked': 'Gäller inte sedan {day}',
  'certificates.ended': 'Gällde till och med {day}',

  'certificate.title': 'Intyg',
  'certificate.state.valid': 'Gäller',
  'certificate.state.expiring': 'Går snart ut',
  'certificate.state.expired': 'Har gått ut',
  'certificate.state.revoked': 'Återkallat',
  'certificate.reason.mistaken': 'Det utfärdades av misstag.',
  'certificate.reason.asked': 'Innehavaren bad om det.',
  'certificate.reason.replaced': 'Det har ersatts av ett nytt intyg.',

  'certificate.of': 'Intyget visar att',
  'certificate.unnamed': 'den som har fått det',
  'certificate.has-taken': 'har gått kursen och klarat kunskapsprovet',
  'certificate.course': 'Kurs',
  'certificate.track': 'Spår',
  'certificate.version': 'Kursens version',
  'certificate.earned': 'Klar',
  'certificate.until': 'Gäller till och med',
  'certificate.code': 'Kod',
  'certificate.name': 'Namn',
  'certificate.unsupervised': 'Kunskapsprovet görs på egen hand, utan övervakning.',
  'certificate.check': 'Kontrollera att intyget gäller:',
  'certificate.qr': 'QR-kod till sidan där intyget kontrolleras',
  'certificate.issued': 'Utfärdat i Samsyn {day}',

  'certificate.pdf': 'Hämta som PDF',
  'certificate.pdf.title': 'Intyg',
  'certificate.expiring.text':
    'Gå kursens repetition för att förnya intyget. Det nya gäller från den dagen.',
  'certificate.expired.text':
    'Gå kursens repetition senast {day} för att förnya intyget. Efter det behöver du gå kursen igen.',
  'certificate.too-late.text': 'Gå kursen igen för att få ett nytt intyg.',
  'certificate.revoked.text': 'Intyget gäller inte sedan {day}. {reason}',
  'certificate.revoked.ask':
    'Tycker du att det är fel? Skriv till oss med länken ”Rapportera fel på sidan” längst ner.',

  'certificate.name.title': 'Ditt namn',
  'certificate.name.on': 'Namnet på intyget',
  'certificate.name.named': 'Mitt namn står på intyget',
  'certificate.name.unnamed': 'Inget namn på intyget',
  'certificate.name.none': 'Inget',
  'certificate.name.shows': 'Visa namnet för den som har koden',
  'certificate.name.shows.hint':
    'Utan kryss visar kontrollsidan bara kurs, spår och datum. Utan namn på intyget visas det aldrig.',
  'certificate.name.saving': 'Sparar …',
  'certificate.name.saved': 'Ditt val är sparat.',

  'certificate.reissue': 'Utfärda på nytt',
  'certificate.reissue.why':
    'Har du bytt namn, eller vill du ha en ny kod? Då kan du få intyget utfärdat på nytt.',
  'certificate.reissue.lead':
    'Du får samma intyg med en ny kod. Har det ett namn, blir det som i din profil. Det gamla slutar gälla med en gång, också på papper. Kurs och datum ändras inte.',
  'certificate.reissue.name': 'Namnet på det nya intyget',
  'certificate.reissue.old-code': 'Kod som slutar gälla',
  'certificate.reissue.profile': 'Ändra namnet i din profil',
  'certificate.reissuing': 'Utfärdar …',
  'certificate.reissued': 'Ditt nya intyg är klart.',

  'verify.title': 'Kontrollera ett intyg',
  'verify.lead':
    'Skriv koden som står på intyget. Du ser vilken kurs det gäller och om intyget fortfarande gäller.',
  'verify.code': 'Intygets kod',
  'verify.code.hint': 'Sexton tecken i grupper om fyra. Stora och små bokstäver spelar ingen roll.',
  'verify.submit': 'Kontrollera',
  'verify.submitting': 'Kontrollerar …',
  'verify.valid': 'Intyget gäller',
  'verify.valid.text': 'Till och med {day}.',
  'verify.expired': 'Intyget har gått ut',
  'verify.expired.text': 'Det gällde till och med {day}.',
  'verify.revoked': 'Intyget är återkallat',
  'verify.revoked.text': 'Det gäller inte sedan {day}. {reason}',
  'verify.misspelt': 'Koden är felskriven',
  'verify.misspelt.text':
    'Något tecken stämmer inte. Jämför med intyget, och tänk på att ingen kod har siffrorna 0, 1, 2, 5, 8 eller bokstäverna A, B, E, I, L, O, S, U, Y, Z.',
  'verify.unknown': 'Det finns inget intyg med den koden',
  'verify.unknown.text':
    'Koden är rätt skriven, men Samsyn har inte utfärdat något intyg med den. Be den som visade intyget att kontrollera koden.',
  'verify.state': 'Läge',
  'verify.name-hidden': 'Innehavaren visar inte sitt namn här',
  'verify.compare': 'Jämför uppgifterna med intyget som du har fått se.',
  'verify.another': 'Kontrollera ett annat intyg',

  'issued.title': 'Utfärdade intyg',
  'issued.lead':
    'Sök upp ett intyg med dess kod för att återkalla det. Vem som har det visas inte.',
  'issued.find': 'Sök',
  'issued.finding': 'Söker …',
  'issued.revoke': 'Återkalla intyget',
  'issued.revoke.intro':
    'Intyget slutar gälla med en gång och går inte att få tillbaka. Den som kontrollerar koden ser att det är återkallat och varför.',
  'issued.reason': 'Varför?',
  'issued.reason.mistaken': 'Det utfärdades av misstag',
  'issued.reason.mistaken.hint': 'Till exempel om någon annan har gjort kursen.',
  'issued.reason.asked': 'Innehavaren har bett om det',
  'issued.revoking': 'Återkallar …',
  'issued.revoked': 'Intyget är återkallat.',
  'issued.trail': 'Händelser',
  'issued.trail.link': 'Visa händelser som rör intyget',

  'certificate.code-form':
    'Koden är felskriven. Den har sexton tecken. Jämför med intyget, tecken för tecken.',
  'refusal.certificate.ended': 'Intyget gäller inte längre, så det går inte att ändra.',
  'refusal.certificate.code-unknown': 'Det finns inget intyg med den koden.',

  'certificate.share.title': 'Visa för arbetsgivare',
  'certificate.share.lead':
    'Din chef ser det du har gjort klart medan du har arbetat där. Intyg ser chefen bara om du visar dem.',
  'certificate.share.employers': 'Arbetsgivare',
  'certificate.share.none': 'Ingen arbetsgivare har bekräftat dig',
  'certificate.share.none.text':
    'När en arbetsgivare har bekräftat att du arbetar där kan du visa intyget för den.',
  'certificate.share.shared': 'Chefer där ser intyget.',
  'certificate.share.hidden': 'Ser inte intyget.',
  'certificate.share': 'Visa',
  'certificate.unshare': 'Sluta visa',
  'certificate.share.done': 'Arbetsgivaren kan nu se intyget.',
  'certificate.unshare.done': 'Arbetsgivaren ser inte längre intyget.',
  'refusal.certificate.not-employer':
    'Du kan bara visa intyget för en arbetsgivare som har bekräftat dig.',
} as const
