import type { auth as sv } from '../sv/auth.ts'
import type { Translated } from '../translate.ts'

export const auth: Translated<typeof sv> = {
  'title.sign-up': 'Create an account',
  'title.sign-in': 'Sign in',
  'title.sign-out': 'Sign out',
  'title.account': 'Account',

  'sign-up.title': 'Create an account',
  'sign-up.lead':
    'The account keeps your place in the courses and what you have completed. Begin with the municipality where you work.',
  'sign-up.step':
    'Step {step} of {of}. After that you get an e-mail where you confirm the address.',
  'sign-up.have-account': 'Do you already have an account?',
  'sign-up.workplace': 'Where you work in {municipality}',
  'sign-up.counts':
    'What you do counts as participation at once. When your organisation has confirmed that you work there, it also counts in the organisation’s coverage.',
  'sign-up.other-municipality': 'Choose another municipality',
  'sign-up.you': 'About you',
  'sign-up.credentials': 'How you sign in',
  'sign-up.email.hint': 'Preferably your address at work. You sign in with it.',
  'sign-up.privacy':
    'Your name is seen by you, by whoever is manager in Samsyn at your workplace and by the administrator.',
  'sign-up.privacy.link': 'How we handle personal data',
  'sign-up.submit': 'Create the account',
  'sign-up.pending': 'Creating the account …',
  'sign-up.sent.title': 'Look in your e-mail',
  'sign-up.sent.lead':
    'We have sent an e-mail to the address that you gave. Open the link in it and confirm, and you can sign in. The link works for seven days.',
  'sign-up.sent.not-there':
    'No e-mail within a few minutes? Look among the spam, and check that you wrote the right address. You can also create the account again.',

  'sign-in.title': 'Sign in',
  'sign-in.submit': 'Sign in',
  'sign-in.pending': 'Signing in …',
  'sign-in.no-account': 'Do you have no account?',
  'sign-in.unconfirmed': 'Confirm your e-mail address first',
  'sign-in.unconfirmed.text':
    'We have sent you a new link. Open it, confirm the address, then sign in.',
  'refusal.sign-in.failed':
    'The address and the password do not belong together. Check both and try again, or choose a new password.',

  'sign-out.title': 'Sign out',
  'sign-out.lead': 'What you have saved is still there when you sign in again.',
  'sign-out.pending': 'Signing out …',

  'confirm-email.title': 'Confirm your e-mail address',
  'confirm-email.lead': 'One more press, and the address is confirmed and you can sign in.',
  'confirm-email.submit': 'Confirm the address',
  'confirm-email.pending': 'Confirming …',
  'confirm-email.done': 'The address is confirmed. Now you can sign in.',
  'confirm-email.dead':
    'The link has been used or is too old. If you have confirmed the address you can sign in. Otherwise you get a new link when you sign in.',
  'link.dead.title': 'The link no longer works',
  'refusal.link.not-valid':
    'The link has been used or is too old. Nothing has changed. Ask for a new link.',

  'forgot-password.link': 'Forgotten the password?',
  'forgot-password.title': 'Choose a new password',
  'forgot-password.lead': 'Write your e-mail address, and we will send a link.',
  'forgot-password.submit': 'Send the link',
  'forgot-password.pending': 'Sending …',
  'forgot-password.sent.title': 'Look in your e-mail',
  'forgot-password.sent.lead':
    'If there is an account with the address, we have sent a link there. It works for an hour.',
  'forgot-password.sent.not-there':
    'No e-mail within a few minutes? Look among the spam, and check that you wrote the right address.',

  'invitation.title': 'Claim your account',
  'invitation.lead':
    'Your employer has made an account for you in Samsyn. Choose a password, and the account is yours. You can see and correct your workplace in your profile.',
  'invitation.submit': 'Claim the account',
  'invitation.done': 'The account is yours. Now you can sign in.',
  'invitation.dead':
    'The link has been used already or is too old. If you have no password you can ask for a link to choose one.',
  'reset-password.title': 'Choose a new password',
  'reset-password.lead':
    'When you have chosen, you are signed out everywhere and sign in with the new one.',
  'reset-password.submit': 'Save the password',
  'reset-password.pending': 'Saving …',
  'reset-password.done': 'The new password is saved. Now you can sign in.',
  'reset-password.dead': 'The link has been used or is too old. Your password is the same.',
  'reset-password.ask-again': 'Ask for a new link',

  'administrator.title': 'The first administrator',
  'administrator.lead':
    'The administrator gives others their roles. The link works once; you are signed in when the account has been created.',
  'administrator.submit': 'Create the administrator',
  'administrator.dead':
    'The link has been used or is too old. Restart the server to get a new one, if there is no administrator.',
  'refusal.administrator.exists':
    'There is an administrator already, so nothing has been created. Ask that person for your role.',
  'refusal.administrator.address-known':
    'The address already belongs to an account. Use another one for the administrator.',

  'password.password': 'Password',
  'password.current': 'Your password now',
  'password.new': 'New password',
  'password.new.hint':
    'At least 12 characters. A sentence that only you would think of is good. Digits and capitals are not needed.',
  'password.too-short': 'Write at least 12 characters. A few words in a row will do.',
  'password.too-long': 'Write at most 200 characters.',
  'password.too-common': 'That password is one of the first that somebody guesses. Choose another.',
  'password.is-address': 'Choose something other than your e-mail address.',
  'refusal.password.is-address': 'Choose something other than your e-mail address.',
  'refusal.password.wrong': 'That is not your password now. Try again.',
}
