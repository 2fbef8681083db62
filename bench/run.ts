// Measured work: `npm run bench -- NAME`. Each file beside this one is a bench and prints one line of JSON.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

interface Bench {
  measure: () => Promise<unknown>
}

const name = process.argv[2] ?? ''
const file = path.join(import.meta.dirname, `${name}.ts`)

if (!/^[a-z-]+$/.test(name) || name === 'run' || !existsSync(file)) {
  console.error('Usage: npm run bench -- NAME, where NAME is a file in bench/ such as package')
  process.exitCode = 2
} else {
  const bench = (await import(pathToFileURL(file).href)) as Bench
  console.log(JSON.stringify(await bench.measure()))
}
