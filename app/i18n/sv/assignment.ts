/** Who is to take what by when. */
export const assignment = {
  'title.assignments': 'Uppdrag',

  'assignment.title': 'Tilldela moduler',
  'assignment.lead':
    'Säg vad som ska göras och till när. Alla som är bekräftade hos organisationen ser det på sin startsida.',
  'assignment.under-way': 'Uppdrag som pågår',
  'assignment.manage': 'Tilldela eller ta tillbaka',
  'assignment.caption': 'Tilldelade moduler, den som ska vara klar först överst, {day}',
  'assignment.column.module': 'Modul',
  'assignment.column.groups': 'Yrkesgrupper',
  'assignment.column.due': 'Ska vara klar',
  'assignment.column.assigned': 'Tilldelad',
  'assignment.column.message': 'Meddelande',
  'assignment.column.action': 'Ändra',
  'assignment.all-groups': 'alla',
  'assignment.past-due': 'Tiden är ute',
  'assignment.no-message': 'inget',
  'assignment.empty':
    'Inget är tilldelat. Tilldela en modul med en dag då den ska vara klar, så vet alla vad som gäller.',

  'assignment.new': 'Tilldela en modul',
  'assignment.module': 'Modul',
  'assignment.choose-module': 'Välj en modul.',
  'assignment.groups': 'Yrkesgrupper',
  'assignment.groups.hint': 'Kryssa inte i någon om modulen gäller alla.',
  'assignment.due': 'Ska vara klar senast',
  'assignment.message': 'Meddelande',
  'assignment.message.hint':
    'Till exempel varför modulen är viktig för er. Skriv inte om enskilda personer.',
  'assignment.assign': 'Tilldela modulen',
  'assignment.assigning': 'Tilldelar …',
  'assignment.created': 'Modulen är tilldelad.',
  'assignment.withdraw': 'Ta tillbaka',
  'assignment.withdrawing': 'Tar tillbaka …',
  'assignment.withdrawn': 'Uppdraget är tillbakataget. Det som redan är gjort finns kvar.',

  'refusal.assignment.module-closed': 'Modulen går inte att ta just nu. Välj en annan.',
  'refusal.assignment.day-passed': 'Dagen har redan varit. Välj i dag eller en senare dag.',
  'refusal.assignment.exists':
    'Modulen är redan tilldelad samma yrkesgrupper. Ta tillbaka det uppdraget först om du vill ändra dagen.',
} as const
