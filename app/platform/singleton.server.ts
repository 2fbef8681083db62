/**
 * One value per process, however many times a module is loaded: the server's entry and the
 * application are bundled apart, and development reloads modules. Keyed by `name`.
 */
export function singleton<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`samsyn.${name}`)
  const holder = globalThis as unknown as Record<symbol, Value | undefined>
  return (holder[key] ??= make())
}
