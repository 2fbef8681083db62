import type { DomainEvent } from '~/platform/events.server.ts'
import type { SignUpNews } from './sign-up.ts'

/** What can happen to a sign-up; the payload tells which, and what it is told of. */
export type SignUpEvent = DomainEvent<'sign-up.changed'>

/** Somebody who wants to come to an activity is to be told something. */
export const signUpChanged = (signUpId: string, news: SignUpNews): SignUpEvent => ({
  name: 'sign-up.changed',
  payload: { signUpId, news },
})
