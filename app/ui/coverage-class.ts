/** What a coverage figure is made of. `required` is null when nobody has declared it; `hidden` when the group is too small to show. */
export interface Coverage {
  held: number
  required: number | null
  hidden?: boolean
}

/** Five steps of the scale, 1 (0–19 %) to 5 (80–100 %). */
type CoverageClass = 1 | 2 | 3 | 4 | 5

/** How a figure may be shown. "nobody": the duty is declared to be nobody's, so that there is no share. */
type CoverageShown =
  | { kind: 'share'; share: number; percent: number; step: CoverageClass }
  | { kind: 'unknown' }
  | { kind: 'hidden' }
  | { kind: 'nobody' }

/** The scale's steps as the whole per cent they hold, both ends included. */
export const coverageSteps: readonly { step: CoverageClass; from: number; to: number }[] = [
  { step: 1, from: 0, to: 19 },
  { step: 2, from: 20, to: 39 },
  { step: 3, from: 40, to: 59 },
  { step: 4, from: 60, to: 79 },
  { step: 5, from: 80, to: 100 },
]

/** The whole per cent a share is written as; one that is not quite none or all never shows as 0 or 100. */
export function percentShown(share: number): number {
  const percent = Math.round(share * 100)
  if (share > 0 && percent === 0) return 1
  return share < 1 && percent === 100 ? 99 : percent
}

/** Classes go by the per cent that is written, so that "60 %" never stands in the colour of 40–59 %. */
export function coverageShown({ held, required, hidden }: Coverage): CoverageShown {
  if (hidden) return { kind: 'hidden' }
  if (required === null) return { kind: 'unknown' }
  if (required === 0) return { kind: 'nobody' }
  const share = held / required
  const percent = percentShown(share)
  const step = Math.min(5, Math.floor(percent / 20) + 1) as CoverageClass
  return { kind: 'share', share, percent, step }
}
