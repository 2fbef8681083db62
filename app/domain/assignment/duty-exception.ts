/**
 * Why somebody is excused. Words that tell nothing of health or family: a long absence is one whatever its
 * cause (docs/decisions/0032).
 */
export const excuseReasons = ['away', 'leaving', 'has-equivalent', 'other-work'] as const
export type ExcuseReason = (typeof excuseReasons)[number]
