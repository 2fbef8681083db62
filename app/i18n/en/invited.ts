import type { invited as sv } from '../sv/invited.ts'
import type { Translated } from '../translate.ts'

export const invited: Translated<typeof sv> = {
  'invited.title': 'You are invited',
  'invited.as': 'You join as: {kind}.',
  'invited.follows':
    'You are at the unit at once. Your manager sees which courses you have taken while you are there.',
  'invited.dead': 'The link does not work',
  'invited.dead.text':
    'See that the whole link came along, or ask your manager for a new invitation.',
  'invited.closed.accepted': 'The invitation has been used',
  'invited.closed.expired': 'The invitation has expired',
  'invited.closed.revoked': 'The invitation has been taken back',
  'invited.closed.text':
    'Ask your manager for a new one. If you have joined already, you only need to sign in.',
  'invited.signed-in': 'You are signed in as {name}.',
  'invited.submit': 'Join',
  'invited.pending': 'Joining …',
  'invited.has-account':
    'There is an account for {email} already. Sign in, and you join on the next page.',
  'invited.sign-in': 'Sign in',
  'invited.other-account': 'Do you have an account with another address? Sign in with that',
  'invited.credentials': 'How you sign in',
  'invited.address': 'You sign in with {email}.',
  'invited.sign-up': 'Make an account and join',
  'invited.made': 'Your account is ready. Sign in with your e-mail address.',
  'refusal.invitation.not-valid':
    'The link does not work. See that the whole link came along, or ask your manager for a new invitation.',
  'refusal.invitation.accepted':
    'The invitation has been used, so you have not joined. Ask your manager for a new one.',
  'refusal.invitation.expired':
    'The invitation has expired, so you have not joined. Ask your manager for a new one.',
  'refusal.invitation.revoked':
    'The invitation has been taken back, so you have not joined. Ask your manager for a new one.',
  'refusal.invitation.has-account':
    'There is an account for the address already. Sign in first, and then open the link again.',
}
