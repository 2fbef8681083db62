/** Why a learner has a module; on its own page alone. */
export const duty = {
  'module.why.title': 'Varför har jag den här?',
  'module.why.assigned.module': '{issuer} har tilldelat dig modulen. Det gäller dig sedan {day}.',
  'module.why.assigned.track':
    '{issuer} har tilldelat dig spåret {title}, där modulen ingår. Det gäller dig sedan {day}.',
  'module.why.assigned.course':
    '{issuer} har tilldelat dig kursen {title}, där modulen ingår. Det gäller dig sedan {day}.',
  'module.why.recommended.module': '{issuer} rekommenderar modulen. Det gäller dig sedan {day}.',
  'module.why.recommended.track':
    '{issuer} rekommenderar spåret {title}, där modulen ingår. Det gäller dig sedan {day}.',
  'module.why.recommended.course':
    '{issuer} rekommenderar kursen {title}, där modulen ingår. Det gäller dig sedan {day}.',
  'module.why.through': 'Du har den för att du arbetar på {unit}.',
  'module.why.group': 'Den gäller yrkesgruppen {group}.',
  'module.why.new': 'Den gäller nyanställda.',
  'module.why.by-name': 'Den gäller dig personligen.',
  'module.why.first-counts': 'Du gör modulen en gång. Den tidigaste dagen gäller.',
} as const
