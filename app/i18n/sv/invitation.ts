/** A manager invites by address, and follows who has come. */
export const invitation = {
  'title.invitations': 'Inbjudningar',

  'organisation.link.invitations': 'Inbjudningar',
  'invitation.list.title': 'Inbjudningar',
  'invitation.list.lead':
    'Bjud in medarbetare via e-post. Den som tackar ja finns direkt på enheten, utan att du behöver bekräfta.',
  'invitation.list': 'Skickade inbjudningar',
  'invitation.caption': 'Inbjudningar till era enheter',
  'invitation.address': 'E-postadress',
  'invitation.address.removed': 'Adressen är borttagen',
  'invitation.as': 'Som',
  'invitation.sent-on': 'Skickad',
  'invitation.on-its-way': 'På väg',
  'invitation.sort.asked': 'När den skickades',
  'invitation.sort.unit': 'Enhet',
  'invitation.sort.lastDay': 'Sista dag',
  'invitation.search.title': 'Sök inbjudan',
  'invitation.search.found': {
    one: '{shown} inbjudan stämmer med ”{words}”.',
    other: '{shown} inbjudningar stämmer med ”{words}”.',
  },
  'invitation.search': 'E-postadress eller enhet',
  'invitation.state': 'Läge',
  'invitation.state.any': 'Alla lägen',
  'invitation.state.waiting': 'Väntar på svar',
  'invitation.state.accepted': 'Har gått med',
  'invitation.state.expired': 'Har gått ut',
  'invitation.state.revoked': 'Tillbakatagen',
  'invitation.empty': 'Inga inbjudningar',
  'invitation.empty.text':
    'Skriv adresserna ovan, så skickas ett brev med en länk till var och en.',
  'invitation.empty.found': 'Inga inbjudningar i det läget.',
  'invitation.make': 'Bjud in',
  'invitation.make.submit': 'Skicka inbjudningarna',
  'invitation.make.busy': 'Skickar …',
  'invitation.emails': 'E-postadresser',
  'invitation.emails.hint':
    'En på varje rad, eller med komma eller semikolon mellan. Högst 200. Skriv inga personnummer.',
  'invitation.group': 'Yrkesgrupp',
  'invitation.group.hint': 'Den som tackar ja kan ändra den.',
  'invitation.group.own': 'Den inbjudna väljer själv',
  'invitation.language': 'Brevets språk',
  'invitation.made':
    'Inbjudningarna skickas nu, och gäller i 14 dagar. Den som redan är på enheten får inget brev.',
  'invitation.no-address': '”{written}” är ingen e-postadress. Rätta den, eller ta bort raden.',
  'invitation.too-many':
    'Det är {count} adresser, och högst {most} går åt gången. Fler kan du lägga in som en fil under Personer från fil.',
  'invitation.deed': 'Vad du vill göra',
  'invitation.deed.send-again': 'Skicka igen',
  'invitation.deed.send-again.hint':
    'Samma länk gäller i 14 dagar till, också för den som har gått ut eller är tillbakatagen.',
  'invitation.deed.revoke': 'Ta tillbaka',
  'invitation.deed.revoke.hint':
    'Länken slutar gälla. Du kan ångra det genom att skicka inbjudan igen.',
  'invitation.deed.do': 'Gör det',
  'invitation.deed.doing': 'Sparar …',
  'invitation.deed.missing': 'Välj vad du vill göra.',
  'invitation.deed.nobody': 'Kryssa för minst en inbjudan i listan.',
  'invitation.sent-again': 'Inbjudningarna skickas igen, och gäller i 14 dagar till.',
  'invitation.taken-back': 'Inbjudningarna är tillbakatagna.',
} as const
