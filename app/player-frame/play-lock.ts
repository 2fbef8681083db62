/** How long a launch waits for a flush to end, which it could do without: each send is numbered apart. */
const longestWaitMs = 3000

const nameOf = (attemptId: string) => `samsyn.play.${attemptId}`

/** Undefined in old browsers, and where the page is not served over TLS. */
const locks = (): LockManager | undefined =>
  typeof navigator === 'undefined' ? undefined : (navigator as Partial<Navigator>).locks

/** Tells other windows of this browser, for as long as this one lives, that the attempt is played here. */
export async function holdPlayLock(attemptId: string): Promise<void> {
  const manager = locks()
  if (!manager) return
  await new Promise<void>((resolve) => {
    setTimeout(resolve, longestWaitMs)
    manager
      .request(nameOf(attemptId), { mode: 'shared' }, () => {
        resolve()
        return new Promise(() => undefined)
      })
      .catch(() => resolve())
  })
}

/**
 * Does something unless the attempt is played in some window of this browser, and while none begins.
 * @returns undefined when it is played, or when there is no telling
 */
export async function whileNotPlayed<Result>(
  attemptId: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const manager = locks()
  if (!manager) return undefined
  return manager.request(nameOf(attemptId), { ifAvailable: true }, async (lock) =>
    lock ? work() : undefined,
  )
}
