export const ui = {
  'ui.leave': 'Lämna sidan snabbt',
  'ui.leave.keys': 'eller tryck Esc tre gånger',
  'ui.strip': 'Snabbval',
  'ui.skip': 'Hoppa till innehållet',
  'ui.menu': 'Meny',
  'ui.nav': 'Huvudmeny',
  'ui.account': 'Konto:',
  'ui.breadcrumbs': 'Du är här',
  'ui.pending.loading': 'Hämtar sidan …',
  'ui.pending.saving': 'Sparar …',
  'ui.toast.close': 'Stäng',

  'ui.tone.ok': 'Klart',
  'ui.tone.warn': 'Obs',
  'ui.tone.bad': 'Fel',
  'ui.tone.info': 'Bra att veta',

  'ui.form.optional': '(frivilligt)',
  'ui.form.choose': 'Välj …',
  'ui.form.failed': 'Det gick inte att skicka',
  'ui.form.failed.fields': {
    one: 'Rätta uppgiften som är markerad och skicka igen. Det du har skrivit finns kvar.',
    other:
      'Rätta de {count} uppgifter som är markerade och skicka igen. Det du har skrivit finns kvar.',
  },
  'ui.password.show': 'Visa',
  'ui.password.show.label': 'Visa lösenordet',
  'ui.password.hide': 'Dölj',
  'ui.password.hide.label': 'Dölj lösenordet',
  'ui.file.choose': 'Välj fil',
  'ui.file.drop': 'eller dra den hit',

  'form.day': 'Välj en dag som finns i kalendern.',
  'form.required': 'Fyll i den här uppgiften.',
  'form.invalid': 'Kontrollera den här uppgiften. Den går inte att ta emot som den är.',
  'form.email': 'Skriv en e-postadress, till exempel namn@kommun.se.',
  'form.number': 'Skriv ett tal med siffror.',
  'form.too-short': 'Skriv minst {count} tecken.',
  'form.too-long': 'Skriv högst {count} tecken.',
  'form.at-least': 'Talet får vara lägst {count}.',
  'form.at-most': 'Talet får vara högst {count}.',
  'form.failed':
    'Något gick fel hos oss. Inget är sparat, men det du har skrivit finns kvar. Försök igen.',
  'form.offline':
    'Du verkar sakna uppkoppling. Inget är skickat, men det du har skrivit finns kvar. Skicka igen när du är uppkopplad.',

  'ui.pages': 'Sidor',
  'ui.pages.previous': 'Föregående',
  'ui.pages.next': 'Nästa',
  'ui.pages.page': 'Sida {page}',
  'ui.table.empty': 'Det finns inget att visa än.',

  'ui.figure.of': '{held} av {required} ({share})',
  'ui.figure.unknown': 'okänt',
  'ui.figure.unknown.held': { one: '{count} klar', other: '{count} klara' },
  'ui.figure.unknown.remedy': 'Ange hur många som ska vara klara, så går andelen att räkna.',
  'ui.figure.hidden': 'dolt',
  'ui.figure.hidden.why': 'Gruppen är så liten att siffran kan peka ut någon.',
  'ui.figure.nobody': 'ingen omfattas',

  'ui.map.scale': 'Andel klara',
  'ui.map.step': '{from}–{to} %',

  'ui.timeout.title': 'Du loggas snart ut',
  'ui.timeout.left': {
    one: 'Du loggas ut om {count} minut. Inget du har skrivit försvinner.',
    other: 'Du loggas ut om {count} minuter. Inget du har skrivit försvinner.',
  },
  'ui.timeout.extend': 'Fortsätt vara inloggad',
  'ui.timeout.extending': 'Förlänger …',
  'ui.timeout.failed': 'Det gick inte att förlänga. Kontrollera uppkopplingen och försök igen.',
  'ui.timeout.ended': 'Du har loggats ut',
  'ui.timeout.ended.text':
    'Logga in i en ny flik och fortsätt sedan här. Det du har skrivit finns kvar.',
  'ui.timeout.sign-in': 'Logga in i en ny flik',
} as const
