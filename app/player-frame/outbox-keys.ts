/** The part of localStorage that the outbox uses. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What all keys of outboxes begin with; then comes the attempt. */
export const outboxPrefix = 'samsyn.outbox.'

/** The keys of a store that begin so: of all outboxes on this host, unless told which. */
export function keysFrom(store: Store, start = outboxPrefix): string[] {
  const keys: string[] = []
  for (let i = 0; i < store.length; i++) {
    const key = store.key(i)
    if (key?.startsWith(start)) keys.push(key)
  }
  return keys
}
