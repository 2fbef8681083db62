import { Refusal } from '~/kernel/refusal.ts'

export const handle = { title: 'title.error' }

/** Every address that no other route knows: a page of our own, with the reader's way back on it. */
export function loader(): never {
  throw new Refusal('not-found')
}

export default function NoSuchPage() {
  return null
}
