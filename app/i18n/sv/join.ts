/** Joining a workplace by a code. */
export const join = {
  'title.join': 'Anslut dig',

  'join.title': 'Anslut dig till en arbetsplats',
  'join.lead': 'Skriv koden som du har fått av din chef.',
  'join.code': 'Kod',
  'join.code.hint': 'Åtta tecken. Stora och små bokstäver går lika bra.',
  'join.code-form': 'Koden har åtta tecken, till exempel K7QT-M4XD. Se efter att alla är med.',
  'join.have-code': 'Har du fått en kod av din chef?',
  'join.have-code.link': 'Anslut dig med koden',
  'join.go-on': 'Fortsätt',
  'join.going-on': 'Söker …',
  'join.as': 'Du ansluter dig som: {kind}.',
  'join.needs-confirmation': 'Din chef bekräftar sedan att du hör dit.',
  'join.needs-none': 'Du räknas med så fort din e-postadress är bekräftad.',
  'join.signed-in': 'Du är inloggad som {name}.',
  'join.submit': 'Anslut mig',
  'join.pending': 'Ansluter …',
  'join.sign-in': 'Har du redan ett konto? Logga in först',
  'join.sign-up': 'Skapa konto och anslut mig',
  'join.another': 'Skriv en annan kod',
  'join.done': 'Du är ansluten till {unit}',
  'join.done.as': 'Yrkesgrupp: {group}.',
  'join.done.confirmed': 'Du är bekräftad. Du behöver inte göra något mer.',
  'join.done.waits':
    'Din chef bekräftar att du hör dit. Du kan börja direkt, det du gör sparas redan nu.',
  'join.done.home': 'Till dina moduler',
  'join.done.profile': 'Se dina arbetsplatser',
  'join.closed.full': 'Koden är full',
  'join.closed.expired': 'Koden har gått ut',
  'join.closed.revoked': 'Koden gäller inte längre',
  'join.closed.text':
    'Be den som gav dig koden om en ny. Du kan också skapa ett konto och välja arbetsplatsen själv.',
  'refusal.join.code-unknown':
    'Det finns ingen sådan kod. Se efter att du har skrivit alla tecken rätt, eller be om en ny.',
  'refusal.join.full':
    'Koden är full, så du har inte anslutits. Be den som gav dig koden om en ny.',
  'refusal.join.expired':
    'Koden har gått ut, så du har inte anslutits. Be den som gav dig koden om en ny.',
  'refusal.join.revoked':
    'Koden gäller inte längre, så du har inte anslutits. Be den som gav dig koden om en ny.',
} as const
