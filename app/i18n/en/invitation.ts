import type { invitation as sv } from '../sv/invitation.ts'
import type { Translated } from '../translate.ts'

export const invitation: Translated<typeof sv> = {
  'title.invitations': 'Invitations',

  'organisation.link.invitations': 'Invitations',
  'invitation.list.title': 'Invitations',
  'invitation.list.lead':
    'Invite people by e-mail. Who accepts is at the unit at once, without your having to confirm.',
  'invitation.list': 'Invitations sent',
  'invitation.caption': 'Invitations to your units',
  'invitation.address': 'E-mail address',
  'invitation.address.removed': 'The address has been removed',
  'invitation.as': 'As',
  'invitation.sent-on': 'Sent',
  'invitation.on-its-way': 'On its way',
  'invitation.sort.asked': 'When it was sent',
  'invitation.sort.unit': 'Unit',
  'invitation.sort.lastDay': 'Last day',
  'invitation.search.title': 'Find an invitation',
  'invitation.search.found': {
    one: '{shown} invitation matches “{words}”.',
    other: '{shown} invitations match “{words}”.',
  },
  'invitation.search': 'E-mail address or unit',
  'invitation.state': 'State',
  'invitation.state.any': 'All states',
  'invitation.state.waiting': 'Waits for an answer',
  'invitation.state.accepted': 'Has joined',
  'invitation.state.expired': 'Has expired',
  'invitation.state.revoked': 'Taken back',
  'invitation.empty': 'No invitations',
  'invitation.empty.text': 'Write the addresses above, and each is sent a letter with a link.',
  'invitation.empty.found': 'No invitations in that state.',
  'invitation.make': 'Invite',
  'invitation.make.submit': 'Send the invitations',
  'invitation.make.busy': 'Sending …',
  'invitation.emails': 'E-mail addresses',
  'invitation.emails.hint':
    'One on each line, or with commas or semicolons between. At most 200. Write no personal identity numbers.',
  'invitation.group': 'Profession group',
  'invitation.group.hint': 'Who accepts can change it.',
  'invitation.group.own': 'Whoever is invited chooses',
  'invitation.language': 'Language of the letter',
  'invitation.made':
    'The invitations are being sent, and are good for 14 days. Who is at the unit already gets no letter.',
  'invitation.no-address': '“{written}” is no e-mail address. Correct it, or remove the line.',
  'invitation.too-many':
    'There are {count} addresses, and at most {most} go at a time. You can bring more as a file under People from a file.',
  'invitation.deed': 'What you want to do',
  'invitation.deed.send-again': 'Send again',
  'invitation.deed.send-again.hint':
    'The same link is good for 14 days more, also of those that have expired or were taken back.',
  'invitation.deed.revoke': 'Take back',
  'invitation.deed.revoke.hint':
    'The link stops working. You can undo it by sending the invitation again.',
  'invitation.deed.do': 'Do it',
  'invitation.deed.doing': 'Saving …',
  'invitation.deed.missing': 'Choose what you want to do.',
  'invitation.deed.nobody': 'Tick at least one invitation in the list.',
  'invitation.sent-again': 'The invitations are sent again, and are good for 14 days more.',
  'invitation.taken-back': 'The invitations have been taken back.',
}
