export const notice = {
  'notice.greeting': 'Hej,',
  'notice.footer': `Det går inte att svara på det här mejlet. Har du frågor, skriv till {support}.

Hälsningar
Samsyn`,

  'notice.confirm-email.subject': 'Bekräfta din e-postadress',
  'notice.confirm-email.body': `Du har skapat ett konto i Samsyn. Bekräfta att adressen är din, så kan du logga in.

Så gör du:
1. Öppna länken nedan.
2. Tryck på ”Bekräfta adressen”.
3. Logga in med adressen och lösenordet som du valde.

{link}

Länken fungerar en gång, inom sju dagar. Är den för gammal? Logga in, så skickar vi en ny.

Har du inte skapat något konto? Då behöver du inte göra någonting.`,

  'notice.already-registered.subject': 'Konto: du har redan ett',
  'notice.already-registered.body': `Någon har försökt skapa ett konto i Samsyn med din adress. Du har redan ett konto, så inget har ändrats.

Var det du? Logga in här:

{signIn}

Har du glömt lösenordet, eller har du aldrig bekräftat adressen? Välj ett nytt lösenord här:

{forgotPassword}

Var det inte du? Då behöver du inte göra någonting.`,

  'notice.invitation.subject': 'Konto: ditt konto är klart att ta över',
  'notice.invitation.body': `Din arbetsgivare har lagt upp ett konto åt dig i Samsyn, där du går kurser och hämtar intyg.

Så gör du:
1. Öppna länken nedan.
2. Välj ett lösenord.
3. Logga in med den här adressen.

{link}

Länken fungerar en gång, inom fjorton dagar. Är den för gammal? Be om ett nytt lösenord på inloggningssidan.`,

  'notice.unit-invitation.subject': 'Inbjudan till Samsyn',
  'notice.unit-invitation.body': `Du är inbjuden till {where} i Samsyn, där du går kurser och hämtar intyg.

Så gör du:
1. Öppna länken nedan.
2. Se efter att arbetsplatsen stämmer.
3. Gå med, med ditt konto eller ett nytt.

{link}

Länken fungerar en gång, inom fjorton dagar. Känner du inte till arbetsplatsen? Då kan du bortse från brevet.`,

  'notice.reset-password.subject': 'Konto: ny länk',
  'notice.reset-password.body': `Någon har bett om att få välja ett nytt lösenord till ditt konto i Samsyn.

Så gör du:
1. Öppna länken nedan.
2. Skriv ett nytt lösenord.
3. Logga in med det.

{link}

Länken fungerar en gång, inom en timme. När du har valt ett nytt lösenord loggas du ut överallt.

Var det inte du? Då behöver du inte göra någonting. Ditt lösenord är detsamma som förut.`,

  'notice.merge-accounts.subject': 'Konto: visa att det är ditt',
  'notice.merge-accounts.body': `Någon som är inloggad i Samsyn säger att det här kontot också är deras, och vill slå ihop det med ett annat.

Är det du?
1. Öppna länken nedan i samma webbläsare som du bad om den i, medan du är inloggad.
2. Se vad som slås ihop.
3. Tryck på knappen.

{link}

Länken fungerar en gång, inom en kvart.

Var det inte du? Då behöver du inte göra någonting. Länken fungerar bara för den som bad om den, och bara om den öppnas där. Skicka den inte vidare.`,

  'notice.affiliation-confirmed.subject': 'Konto: din arbetsplats är bekräftad',
  'notice.affiliation-confirmed.body': `En arbetsplats som du har angett i Samsyn är bekräftad. Det du gör klart räknas nu med i arbetsplatsens uppföljning.

Dina arbetsplatser ser du i din profil:

{profile}`,

  'notice.affiliation-declined.subject': 'Konto: se över din arbetsplats',
  'notice.affiliation-declined.body': `En arbetsplats som du har angett i Samsyn kunde inte bekräftas. Det du har gjort klart finns kvar, men räknas inte med på den arbetsplatsen.

Så gör du:
1. Öppna din profil med länken nedan.
2. Rätta arbetsplatsen eller avsluta den.
3. Stämmer den redan? Prata med din chef.

{profile}`,

  'notice.fault-report.subject': 'Fel på sidan: ny anmälan',
  'notice.fault-report.body': `Någon har rapporterat ett fel.

Sida: {page}
Supportkod: {code}
Svar till: {contact}

Så här skriver avsändaren:

{what}`,
  'notice.fault-report.no-code': 'ingen',
  'notice.fault-report.no-contact': 'vill inte ha svar',

  'notice.duties.subject.assigned': 'Utbildning: nytt att göra',
  'notice.duties.subject.soon': 'Utbildning: snart dags',
  'notice.duties.subject.late': 'Utbildning: dagen har gått',
  'notice.duties.subject.reminder': 'Utbildning: påminnelse',
  'notice.duties.late': 'DET HÄR SKULLE HA VARIT KLART',
  'notice.duties.soon': 'DET HÄR ÄR DET SNART DAGS FÖR',
  'notice.duties.assigned': 'DET HÄR HAR DU ATT GÖRA',
  'notice.duties.is-mandatory': 'Obligatoriskt.',
  'notice.duties.is-recommended': 'Rekommenderat.',
  'notice.duties.due': 'Klart senast {day}.',
  'notice.duties.was-due': 'Skulle ha varit klart {day}.',
  'notice.duties.minutes': {
    one: 'Tar ungefär {count} minut.',
    other: 'Tar ungefär {count} minuter.',
  },
  'notice.duties.from': 'Från: {issuer}.',
  'notice.duties.again': 'Du har gjort det förut. Nu är det dags igen.',
  'notice.duties.reminder': 'Din chef vill påminna dig om det här.',
  'notice.duties.home': `Allt du har att göra, och varför du har det, ser du här:

{home}`,
  'notice.duties.calendar': `Dagarna som kalenderfil:

{calendar}`,
  'notice.duties.mandatory-mail':
    'Du får mejlet för att utbildningen är obligatorisk. Därför kan du inte säga nej till det. Du får högst ett sådant mejl i veckan.',
  'notice.duties.unsubscribe': `Du får högst ett sådant mejl i veckan. Vill du slippa mejl om det som är rekommenderat? Säg nej här, utan att logga in:

{unsubscribe}

Om det som är obligatoriskt får du mejl i alla fall.`,

  'notice.headcounts.subject': 'Utbildning: se över antal anställda',
  'notice.headcounts.body':
    'Antalen är det som utbildningen räknas mot. Nu är några av dem äldre än ett år. Se över dem, så stämmer siffrorna. Är ett antal detsamma, ange det igen med dagens datum.',
  'notice.headcounts.organisation': `{organisation}: det äldsta antalet gäller {day}.
{link}`,
  'notice.headcounts.unsubscribe': `Du får det här mejlet för att du är chef i Samsyn, högst två gånger om året. Det är rekommenderat. Vill du slippa mejl om det som är rekommenderat? Säg nej här, utan att logga in:

{unsubscribe}`,
} as const
