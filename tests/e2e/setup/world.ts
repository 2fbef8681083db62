/** Stands in every invented name of the tests' world, and in no other word. */
export const mark = 'Zqmarke'

/** The world of the end-to-end tests: one county in full, a few people in each unit, everybody marked. */
export const testWorld = { seed: 7, counties: ['21', '06'], people: 300, mark }

/** The sign-in of a role in that world (prisma/seed/world-sign-ins.ts). */
export const emailOf = (role: string) => `${role}${mark.toLowerCase()}@demo.samsyn.example`
export const password = 'samsyn-i-demon'
