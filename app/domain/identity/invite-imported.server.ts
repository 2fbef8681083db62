import { saveInvited, takeUninvited } from './invite-imported.db.server.ts'

/**
 * Hands one by one, each to one caller only, the people whom a file has made an account for and who have not
 * been invited to claim it. Where `invite` fails the person is left for the next time.
 */
export async function inviteEach(
  importId: string,
  invite: (personId: string) => Promise<void>,
): Promise<void> {
  for (;;) {
    const personId = await takeUninvited(importId)
    if (!personId) return
    try {
      await invite(personId)
    } catch (error) {
      await saveInvited(personId, null)
      throw error
    }
  }
}
