import type { PackageProblem } from './problem.ts'

/** More of one kind tell nothing new, and a manifest may have a hundred thousand of them. */
const mostOfOneKind = 20

/** Collects problems: each said once, and no more of one kind than anybody reads. */
export class ProblemList {
  readonly #problems: PackageProblem[] = []
  readonly #said = new Set<string>()
  readonly #counts = new Map<string, number>()

  add(problem: PackageProblem): void {
    const count = this.#counts.get(problem.code) ?? 0
    const key = JSON.stringify([problem.code, problem.where, problem.detail])
    if (count >= mostOfOneKind || this.#said.has(key)) return
    this.#said.add(key)
    this.#counts.set(problem.code, count + 1)
    this.#problems.push(problem)
  }

  all(): PackageProblem[] {
    return [...this.#problems]
  }
}
