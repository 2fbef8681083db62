/** Minutes that modules take together. */
export function minutesOf(modules: readonly { minutes: number }[]): number {
  return modules.reduce((sum, { minutes }) => sum + minutes, 0)
}
