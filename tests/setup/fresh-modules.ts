import { vi } from 'vitest'

// Files share a process, whose warm engine halves their cost, and nothing else: each gets the modules,
// what these keep on the global object, and the settings as a process of its own would have them.
const kept = Symbol.for('tests.settings')
const global = globalThis as unknown as Record<symbol, NodeJS.ProcessEnv | undefined>
const settings = (global[kept] ??= { ...process.env })

vi.resetModules()
for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
  if (Symbol.keyFor(symbol)?.startsWith('samsyn.')) delete global[symbol]
}
for (const name of Object.keys(process.env)) if (!(name in settings)) delete process.env[name]
Object.assign(process.env, settings)
