import type { Store } from './outbox-keys.ts'

/** localStorage, if it is allowed and takes something. It may be forbidden later: then it holds nothing. */
export function usableStore(): Store | null {
  try {
    const probe = 'samsyn.probe'
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
  } catch {
    return null
  }
  return {
    get length() {
      return attempt(() => localStorage.length) ?? 0
    },
    key: (index) => attempt(() => localStorage.key(index)) ?? null,
    getItem: (key) => attempt(() => localStorage.getItem(key)) ?? null,
    setItem: (key, value) => localStorage.setItem(key, value),
    removeItem: (key) => void attempt(() => localStorage.removeItem(key)),
  }
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
