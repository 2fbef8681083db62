/** Whoever has been invited to a unit by a letter. */
export const invited = {
  'invited.title': 'Du är inbjuden',
  'invited.as': 'Du går med som: {kind}.',
  'invited.follows':
    'Du finns på enheten direkt. Din chef ser vilka kurser du har gått under tiden där.',
  'invited.dead': 'Länken fungerar inte',
  'invited.dead.text': 'Se efter att hela länken följde med, eller be din chef om en ny inbjudan.',
  'invited.closed.accepted': 'Inbjudan är redan använd',
  'invited.closed.expired': 'Inbjudan har gått ut',
  'invited.closed.revoked': 'Inbjudan är tillbakatagen',
  'invited.closed.text': 'Be din chef om en ny. Har du redan gått med är det bara att logga in.',
  'invited.signed-in': 'Du är inloggad som {name}.',
  'invited.submit': 'Gå med',
  'invited.pending': 'Ansluter …',
  'invited.has-account':
    'Det finns redan ett konto för {email}. Logga in, så går du med på nästa sida.',
  'invited.sign-in': 'Logga in',
  'invited.other-account': 'Har du ett konto med en annan adress? Logga in med det',
  'invited.credentials': 'Så loggar du in',
  'invited.address': 'Du loggar in med {email}.',
  'invited.sign-up': 'Skapa konto och gå med',
  'invited.made': 'Ditt konto är klart. Logga in med din e-postadress.',
  'refusal.invitation.not-valid':
    'Länken fungerar inte. Se efter att hela länken följde med, eller be din chef om en ny inbjudan.',
  'refusal.invitation.accepted':
    'Inbjudan är redan använd, så du har inte anslutits. Be din chef om en ny.',
  'refusal.invitation.expired':
    'Inbjudan har gått ut, så du har inte anslutits. Be din chef om en ny.',
  'refusal.invitation.revoked':
    'Inbjudan är tillbakatagen, så du har inte anslutits. Be din chef om en ny.',
  'refusal.invitation.has-account':
    'Det finns redan ett konto för adressen. Logga in först, och öppna sedan länken igen.',
} as const
