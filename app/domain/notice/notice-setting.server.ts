import { recordAudit } from '~/domain/audit/audit.server.ts'
import { systemActor, type Actor, type PersonActor } from '~/kernel/actor.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import {
  forgetRefusal,
  saveWish,
  selectOwnMails,
  selectRefused,
  selectSetting,
  type NoticeSetting,
  type OwnMail,
} from './notice-setting.db.server.ts'
import { readUnsubscribeToken } from './unsubscribe-token.server.ts'

/** What one wants to be mailed about, whether one's address takes mail, and what has been sent to it. */
export async function readOwnNotices(
  actor: PersonActor,
): Promise<NoticeSetting & { mails: OwnMail[] }> {
  const setting = await selectSetting(actor.personId)
  invariant(setting, 'who is signed in is in the register')
  return { ...setting, mails: await selectOwnMails(actor.personId, 50) }
}

/** Keeps whether mail may tell somebody of what is only recommended. */
export async function saveOwnWish(actor: PersonActor, wantsRecommended: boolean): Promise<void> {
  await keepWish(actor, actor.personId, wantsRecommended)
}

/** Lets mail be sent again to an address that refused it. */
export async function tryAddressAgain(actor: PersonActor): Promise<void> {
  await inTransaction(actor, async (tx) => {
    await forgetRefusal(tx, actor.personId)
    const { personId: subjectId } = actor
    await recordAudit(tx, actor, { action: 'notice.address-tried-again', subjectId })
  })
}

/** What the owner of a link in a mail wants; undefined for a link that is none of ours. */
export async function readWishOf(
  token: string | undefined,
): Promise<{ wantsRecommended: boolean } | undefined> {
  const personId = readUnsubscribeToken(token)
  const setting = personId === null ? undefined : await selectSetting(personId)
  return setting && { wantsRecommended: setting.wantsRecommended }
}

/**
 * Keeps what the owner of a link in a mail says by it, without signing in.
 * @throws Refusal not-found for a link that is none of ours
 */
export async function saveWishOf(
  token: string | undefined,
  wantsRecommended: boolean,
): Promise<void> {
  const personId = readUnsubscribeToken(token)
  if (personId === null || !(await selectSetting(personId))) throw new Refusal('not-found')
  await keepWish(systemActor, personId, wantsRecommended)
}

async function keepWish(actor: Actor, personId: string, wantsRecommended: boolean): Promise<void> {
  await inTransaction(actor, async (tx) => {
    await saveWish(tx, personId, wantsRecommended)
    const action = wantsRecommended ? 'notice.recommended-wanted' : 'notice.recommended-unwanted'
    await recordAudit(tx, actor, { action, subjectId: personId })
  })
}

/**
 * Those among some people whose address has refused mail, with when: for who may see them by name.
 * @param personIds people within the reader's reach
 */
export async function listRefusedAddresses(
  personIds: readonly string[],
): Promise<Map<string, Date>> {
  const refused = await selectRefused(personIds)
  return new Map(refused.map(({ personId, refusedAt }) => [personId, refusedAt]))
}
