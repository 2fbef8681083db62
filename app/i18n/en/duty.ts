import type { duty as sv } from '../sv/duty.ts'
import type { Translated } from '../translate.ts'

export const duty: Translated<typeof sv> = {
  'module.why.title': 'Why do I have this?',
  'module.why.assigned.module':
    '{issuer} has assigned you the module. It has applied to you since {day}.',
  'module.why.assigned.track':
    '{issuer} has assigned you the track {title}, of which the module is part. It has applied to you since {day}.',
  'module.why.assigned.course':
    '{issuer} has assigned you the course {title}, of which the module is part. It has applied to you since {day}.',
  'module.why.recommended.module':
    '{issuer} recommends the module. It has applied to you since {day}.',
  'module.why.recommended.track':
    '{issuer} recommends the track {title}, of which the module is part. It has applied to you since {day}.',
  'module.why.recommended.course':
    '{issuer} recommends the course {title}, of which the module is part. It has applied to you since {day}.',
  'module.why.through': 'You have it because you work at {unit}.',
  'module.why.group': 'It is for the profession group {group}.',
  'module.why.new': 'It is for new employees.',
  'module.why.by-name': 'It is for you personally.',
  'module.why.first-counts': 'You take the module once. The earliest day counts.',
}
