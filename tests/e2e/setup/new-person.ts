import { randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { postForm } from './loopback.ts'
import { linkIn, mailTo } from './mails.ts'
import type { SamsynServer } from './samsyn-server.ts'
import { emailOf, mark, password } from './world.ts'

/** A name for somebody who is nobody yet: `emailOf` and `loginAs` take it as they take a role. */
export const unusedName = (): string => `ny-${randomBytes(5).toString('hex')}`

/**
 * A person of the test's own, signed up and confirmed as the pages would do it, without a workplace in
 * the register and without roles.
 * @param professionGroup in which follow-up counts them
 * @returns what `loginAs` and `emailOf` take
 */
export async function newPerson(
  samsyn: SamsynServer,
  professionGroup: ProfessionGroup = 'civil-society',
): Promise<string> {
  const name = unusedName()
  const { port } = samsyn
  const signedUp = await postForm(port, '/sign-up?municipality=2180', {
    municipalityCode: '2180',
    unitId: 'none',
    statedWorkplace: 'Föreningen',
    professionGroup,
    givenName: `Nya${mark}`,
    familyName: `Personen${mark}`,
    email: emailOf(name),
    password,
    language: 'sv',
    sex: 'unstated',
  })
  expect(signedUp.headers.location, 'the sign-up was taken').toBe('/sign-up/sent')
  const mail = await mailTo(samsyn, emailOf(name), 'Bekräfta din e-postadress')
  const confirmed = await postForm(port, linkIn(mail, samsyn), {})
  expect(confirmed.headers.location, 'the address was confirmed').toBe('/sign-in')
  return name
}
