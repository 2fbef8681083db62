import type { certificate as sv } from '../sv/certificate.ts'
import type { Translated } from '../translate.ts'

export const certificate: Translated<typeof sv> = {
  'title.certificates': 'Certificates',

  'certificates.title': 'My certificates',
  'certificates.lead':
    'A certificate shows that you have taken all that a track asks for. Only you see your certificates, until you show them to somebody.',
  'certificates.empty': 'You have no certificates yet',
  'certificates.empty.text':
    'When you have finished all modules of a track, with the knowledge test, your certificate is here.',
  'certificates.label': '{course}, {track}',
  'certificates.until': 'Valid to the end of {day}',
  'certificates.revoked': 'Not valid since {day}',
  'certificates.ended': 'Was valid to the end of {day}',

  'certificate.title': 'Certificate',
  'certificate.state.valid': 'Valid',
  'certificate.state.expiring': 'Expires soon',
  'certificate.state.expired': 'Expired',
  'certificate.state.revoked': 'Revoked',
  'certificate.reason.mistaken': 'It was issued by mistake.',
  'certificate.reason.asked': 'Its holder asked for it.',
  'certificate.reason.replaced': 'It has been replaced by a new certificate.',

  'certificate.of': 'This certificate shows that',
  'certificate.unnamed': 'the person who received it',
  'certificate.has-taken': 'has taken the course and passed the knowledge test',
  'certificate.course': 'Course',
  'certificate.track': 'Track',
  'certificate.version': 'Version of the course',
  'certificate.earned': 'Completed',
  'certificate.until': 'Valid to the end of',
  'certificate.code': 'Code',
  'certificate.name': 'Name',
  'certificate.unsupervised': 'The knowledge test is taken without supervision.',
  'certificate.check': 'Check that the certificate is valid:',
  'certificate.qr': 'QR code to the page where the certificate is checked',
  'certificate.issued': 'Issued in Samsyn {day}',

  'certificate.pdf': 'Download as PDF',
  'certificate.pdf.title': 'Certificate',
  'certificate.expiring.text':
    "Take the course's refresher to renew the certificate. The new one is valid from that day.",
  'certificate.expired.text':
    "Take the course's refresher by {day} to renew the certificate. After that you have to take the course again.",
  'certificate.too-late.text': 'Take the course again to get a new certificate.',
  'certificate.revoked.text': 'The certificate has not been valid since {day}. {reason}',
  'certificate.revoked.ask':
    'Do you think that this is wrong? Write to us by the link ‘Report a fault on this page’ at the bottom.',

  'certificate.name.title': 'Your name',
  'certificate.name.on': 'The name on the certificate',
  'certificate.name.named': 'My name is on the certificate',
  'certificate.name.unnamed': 'No name on the certificate',
  'certificate.name.none': 'None',
  'certificate.name.shows': 'Show the name to whoever has the code',
  'certificate.name.shows.hint':
    'Without a tick, the page that checks the code shows only course, track and dates. Without a name on the certificate it is never shown.',
  'certificate.name.saving': 'Saving …',
  'certificate.name.saved': 'Your choice is saved.',

  'certificate.reissue': 'Issue anew',
  'certificate.reissue.why':
    'Have you changed your name, or do you want another code? Then you can have the certificate issued anew.',
  'certificate.reissue.lead':
    'You get the same certificate with a new code. If it has a name, that becomes as in your profile. The old one stops being valid at once, on paper too. Course and dates stay as they are.',
  'certificate.reissue.name': 'The name on the new certificate',
  'certificate.reissue.old-code': 'Code that stops being valid',
  'certificate.reissue.profile': 'Change the name in your profile',
  'certificate.reissuing': 'Issuing …',
  'certificate.reissued': 'Your new certificate is ready.',

  'verify.title': 'Check a certificate',
  'verify.lead':
    'Write the code that is on the certificate. You see which course it is about and whether the certificate is still valid.',
  'verify.code': "The certificate's code",
  'verify.code.hint': 'Sixteen characters in groups of four. Upper or lower case does not matter.',
  'verify.submit': 'Check',
  'verify.submitting': 'Checking …',
  'verify.valid': 'The certificate is valid',
  'verify.valid.text': 'To the end of {day}.',
  'verify.expired': 'The certificate has expired',
  'verify.expired.text': 'It was valid to the end of {day}.',
  'verify.revoked': 'The certificate has been revoked',
  'verify.revoked.text': 'It has not been valid since {day}. {reason}',
  'verify.misspelt': 'The code is misspelt',
  'verify.misspelt.text':
    'Some character is wrong. Compare with the certificate, and bear in mind that no code has the digits 0, 1, 2, 5, 8 or the letters A, B, E, I, L, O, S, U, Y, Z.',
  'verify.unknown': 'No certificate has that code',
  'verify.unknown.text':
    'The code is well formed, but Samsyn has issued no certificate with it. Ask who showed you the certificate to check the code.',
  'verify.state': 'State',
  'verify.name-hidden': 'The holder does not show their name here',
  'verify.compare': 'Compare this with the certificate that you have been shown.',
  'verify.another': 'Check another certificate',

  'issued.title': 'Issued certificates',
  'issued.lead': 'Find a certificate by its code in order to revoke it. Who holds it is not shown.',
  'issued.find': 'Find',
  'issued.finding': 'Finding …',
  'issued.revoke': 'Revoke the certificate',
  'issued.revoke.intro':
    'The certificate stops being valid at once, for good. Whoever checks the code sees that it has been revoked, and why.',
  'issued.reason': 'Why?',
  'issued.reason.mistaken': 'It was issued by mistake',
  'issued.reason.mistaken.hint': 'For example if somebody else took the course.',
  'issued.reason.asked': 'Its holder has asked for it',
  'issued.revoking': 'Revoking …',
  'issued.revoked': 'The certificate has been revoked.',
  'issued.trail': 'Trail',
  'issued.trail.link': 'Show what has happened to the certificate',

  'certificate.code-form':
    'The code is misspelt. It has sixteen characters. Compare with the certificate, character by character.',
  'refusal.certificate.ended': 'The certificate is no longer valid, so it cannot be changed.',
  'refusal.certificate.code-unknown': 'No certificate has that code.',

  'certificate.share.title': 'Show to employers',
  'certificate.share.lead':
    'Your manager sees what you have completed while working there. Certificates are seen only if you show them.',
  'certificate.share.employers': 'Employers',
  'certificate.share.none': 'No employer has confirmed you',
  'certificate.share.none.text':
    'Once an employer has confirmed that you work there, you can show it the certificate.',
  'certificate.share.shared': 'Managers there see the certificate.',
  'certificate.share.hidden': 'Does not see the certificate.',
  'certificate.share': 'Show',
  'certificate.unshare': 'Stop showing',
  'certificate.share.done': 'The employer can now see the certificate.',
  'certificate.unshare.done': 'The employer no longer sees the certificate.',
  'refusal.certificate.not-employer':
    'You can show the certificate only to an employer that has confirmed you.',
}
