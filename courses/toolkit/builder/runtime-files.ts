import { build } from 'esbuild'
import path from 'node:path'
import { scriptFile, styleFile } from './module-html.ts'
import type { PackageFile } from './package-zip.ts'

/** From the project's folder, since the server that is built lies elsewhere than its sources. */
const folder = path.resolve('courses/toolkit/runtime')

/** Browsers of the last five years: municipalities change their computers slowly. */
const target = ['chrome100', 'firefox100', 'safari15']

let made: Promise<PackageFile[]> | undefined

/** The script and the style of every module, the same in all of them. */
export function runtimeFiles(): Promise<PackageFile[]> {
  made ??= bundle()
  return made
}

/** Made anew each time it is asked for, for who is writing the runtime itself. */
export async function bundle(): Promise<PackageFile[]> {
  const { outputFiles } = await build({
    entryPoints: { module: path.join(folder, 'main.ts'), style: path.join(folder, 'module.css') },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    target,
    write: false,
  })
  const textOf = (extension: string) =>
    outputFiles.find((file) => file.path.endsWith(extension))?.text ?? ''
  return [
    { path: scriptFile, content: textOf('.js') },
    { path: styleFile, content: textOf('.css') },
  ]
}
