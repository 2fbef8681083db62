let fixed: Date | undefined

/** The time now. All code asks here, so that a test can hold the clock still. */
export function now(): Date {
  return fixed ? new Date(fixed) : new Date()
}

/** Holds the clock at a moment (tests only); undefined lets it run again. */
export function holdClock(at: Date | undefined): void {
  fixed = at
}
