import { sameFileKey, unescaped } from './entry-path.ts'

/**
 * A package's files by what others call them: Windows tools mind no capitals, and some tools escape names
 * in the zip as they do in references.
 */
export class PackageFiles {
  readonly #byKey = new Map<string, string>()
  readonly #byUnescapedKey = new Map<string, string>()

  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      this.#byKey.set(sameFileKey(path), path)
      const plain = unescaped(path)
      if (plain !== path) this.#byUnescapedKey.set(sameFileKey(plain), path)
    }
  }

  /** The path as the zip spells it; undefined where there is no such file. */
  find(path: string): string | undefined {
    const key = sameFileKey(path)
    return this.#byKey.get(key) ?? this.#byUnescapedKey.get(key)
  }
}
