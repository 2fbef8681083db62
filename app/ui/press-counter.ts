/**
 * Counts presses that come close together.
 * @param presses how many it takes; @param within the milliseconds they must fit in
 * @returns a function to call at each press with the time in milliseconds: true when enough have come
 */
export function makePressCounter(presses: number, within: number): (at: number) => boolean {
  let times: number[] = []
  return (at) => {
    times = [...times, at].filter((time) => at - time <= within).slice(-presses)
    if (times.length < presses) return false
    times = []
    return true
  }
}
