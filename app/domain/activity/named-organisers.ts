import type { ActivityReading } from './activity-row.ts'
import type { Home } from './activity.ts'

/** Of an organisation that a file names. */
export interface NamedOrganiser extends Home {
  id: string
  /** In lower case. */
  name: string
  isOpen: boolean
}

/**
 * Finds who is meant by a name: of several with the same, the one where the activity is at home, and one that is
 * still there before those that are closed.
 */
export function organiserFinder(
  named: readonly NamedOrganiser[],
): ActivityReading['findOrganiser'] {
  return (name, home) => {
    const called = named.filter((one) => one.name === name.trim().toLowerCase())
    if (called.length === 0) return 'unknown'
    const narrowings: ((one: NamedOrganiser) => boolean)[] = [
      () => true,
      ({ countyCode }) => countyCode === home.countyCode,
      ({ municipalityCode }) => municipalityCode === home.municipalityCode,
      ({ isOpen }) => isOpen,
    ]
    let left = called
    for (const fits of narrowings) {
      const some = left.filter(fits)
      if (some.length > 0) left = some
      if (left.length === 1) return { id: left[0]!.id }
    }
    return 'ambiguous'
  }
}
