/** Mails to those who have signed up for an activity. Subjects say nothing of what it is about. */
export const signUpMail = {
  'sign-up.mail.digital': 'Digitalt',

  'sign-up.mail.placed.subject': 'Anmälan: du har en plats',
  'sign-up.mail.placed.body': `Du har en plats.

{title}
{when}
Plats: {place}

Här ser du din anmälan, hämtar en kalenderfil och lämnar återbud om du får förhinder:

{link}`,

  'sign-up.mail.waiting.subject': 'Anmälan: du står på väntelistan',
  'sign-up.mail.waiting.body': `Alla platser är tagna. Du står på väntelistan och får ett mejl om du får en plats.

{title}
{when}
Plats: {place}

Vill du inte stå kvar? Avanmäl dig här:

{link}`,

  'sign-up.mail.moved-up.subject': 'Anmälan: du har fått en plats',
  'sign-up.mail.moved-up.body': `Du har fått en plats.

{title}
{when}
Plats: {place}

Kan du inte komma? Lämna återbud här, så får någon annan platsen:

{link}`,

  'sign-up.mail.removed.subject': 'Anmälan: din plats är borttagen',
  'sign-up.mail.removed.body': `Arrangören har tagit bort din anmälan.

{title}
{when}

Undrar du varför? Fråga arrangören. Mer om tillfället finns här:

{link}`,

  'sign-up.mail.activity-cancelled.subject': 'Anmälan: tillfället är inställt',
  'sign-up.mail.activity-cancelled.body': `Tillfället som du är anmäld till är inställt.

{title}
{when}

Du behöver inte göra något. Mer finns här:

{link}`,

  'sign-up.mail.reminder.subject': 'Påminnelse: i morgon',
  'sign-up.mail.reminder.body': `I morgon är det dags.

{title}
{when}
Plats: {place}

Ta med telefonen: du checkar in med en kod som visas i rummet. Kan du inte komma? Lämna återbud här:

{link}`,
} as const
