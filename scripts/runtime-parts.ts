import type { Plugin } from 'vite'

/**
 * Parts of scorm-again that the player has its own for, or never asks for: how it sends, how it keeps what
 * could not be sent, and sequencing, which is some four fifths of the runtime for SCORM 2004. They are
 * reached by settings when running, so no bundler can tell that they are never used.
 */
const unused: Record<string, readonly string[]> = {
  scorm12: ['OfflineStorageService', 'AsynchronousHttpService', 'SynchronousHttpService'],
  scorm2004: [
    'OfflineStorageService',
    'AsynchronousHttpService',
    'SynchronousHttpService',
    'Activity',
    'ActivityTreeBuilder',
    'SequencingConfigurationBuilder',
    'SequencingService',
    'SequencingStatePersistence',
  ],
}

/**
 * Leaves those classes, and so what only they use, out of what a browser loads.
 * @throws Error when a class is not there: the library has changed, and the list with it
 */
export function leaveOutOfRuntimes(): Plugin {
  return {
    name: 'leave-out-of-runtimes',
    transform(code, id) {
      const [, runtime] = /scorm-again\/dist\/esm\/(scorm\w+)\.js$/.exec(id) ?? []
      const names = unused[runtime ?? '']
      return names && { code: withoutClasses(code, names, this.parse(code).body), map: null }
    },
  }
}

interface Statement {
  type: string
  start?: number
  end?: number
  id?: { name: string } | null
}

function withoutClasses(code: string, names: readonly string[], statements: unknown[]): string {
  const classes = (statements as Statement[]).filter(({ type }) => type === 'ClassDeclaration')
  const places = names.map((name) => {
    const found = classes.find(({ id }) => id?.name === name)
    if (!found) throw new Error(`scorm-again has no class ${name} any more: see runtime-parts.ts`)
    return { name, start: found.start!, end: found.end! }
  })
  return places
    .sort((one, other) => other.start - one.start)
    .reduce(
      (text, { name, start, end }) => `${text.slice(0, start)}class ${name} {}${text.slice(end)}`,
      code,
    )
}
