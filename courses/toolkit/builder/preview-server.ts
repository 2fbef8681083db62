import { watch } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readCourseFiles } from '../source/course-files.ts'
import type { Course } from '../source/course-model.ts'
import { readCourse } from '../source/course-reader.ts'
import { mediaIn } from './course-media.ts'
import { CannotDraw, Drawing } from './drawing.ts'
import { escaped, lines } from './escaped.ts'
import { answerFile } from './file-server.ts'
import { moduleFiles } from './module-package.ts'
import type { PackageFile } from './package-zip.ts'

/** A course as its folder holds it now. */
interface Drawn {
  course: Course
  /** "modules/samtal/01-valkommen.md:7 …", for who writes. */
  problems: string[]
  /** By module. */
  files: Map<string, PackageFile[]>
}

/** Editors write a file in several steps. Milliseconds. */
const settleMs = 80

/** Shows a course in a browser as it is being written: what changes on the disk changes on the screen. */
export class PreviewServer {
  readonly #folder: string
  readonly #server: Server
  readonly #waiting = new Set<ServerResponse>()
  #drawn: Promise<Drawn>

  constructor(folder: string) {
    this.#folder = folder
    this.#drawn = draw(folder)
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error))
      })
    })
  }

  /** @param port 0 for any. @returns the address, on this computer alone */
  async start(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`
  }

  /** Draws anew and reloads whenever a file changes. @returns how to stop */
  watch(): () => void {
    let timer: NodeJS.Timeout | undefined
    const watcher = watch(this.#folder, { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(() => this.redraw(), settleMs)
    })
    return () => watcher.close()
  }

  redraw(): void {
    this.#drawn = draw(this.#folder)
    for (const response of this.#waiting) response.write('data: changed\n\n')
  }

  stop(): Promise<unknown> {
    for (const response of this.#waiting) response.end()
    return new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer({ url = '/' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, 'http://127.0.0.1')
    if (pathname === '/reload.js') return answerText(response, reloadScript, 'text/javascript')
    if (pathname === '/changes') return this.#keepWaiting(response)
    if (pathname === '/favicon.ico') return void response.writeHead(204).end()
    const drawn = await this.#drawn
    if (pathname === '/') return answerText(response, listHtml(drawn), 'text/html')
    const [, slug = '', name = ''] = /^\/([^/]+)\/(.*)$/.exec(pathname) ?? []
    if (!answerFile(drawn.files.get(slug) ?? [], name, response)) {
      response.writeHead(404).end('Filen finns inte.')
    }
  }

  #keepWaiting(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.write('\n')
    this.#waiting.add(response)
    response.on('close', () => this.#waiting.delete(response))
  }
}

async function draw(folder: string): Promise<Drawn> {
  const { course, problems } = readCourse(readCourseFiles(folder))
  const told = problems.map(({ file, line, message }) => `${file}:${line} ${message}`)
  const files = new Map<string, PackageFile[]>()
  for (const module of course.modules) {
    try {
      const drawing = new Drawing(course, module, { isDraft: true })
      const made = await moduleFiles(drawing, '1.2', mediaIn(folder))
      files.set(module.slug, made.map(withReload))
      told.push(...drawing.lacks)
    } catch (error) {
      if (!(error instanceof CannotDraw)) throw error
      told.push(error.message)
    }
  }
  return { course, problems: told, files }
}

function withReload(file: PackageFile): PackageFile {
  if (file.path !== 'index.html') return file
  const script = '<script src="/reload.js" defer></script>\n</head>'
  return { ...file, content: String(file.content).replace('</head>', script) }
}

const reloadScript = "new EventSource('/changes').onmessage = () => location.reload()\n"

function listHtml({ course, problems, files }: Drawn): string {
  const modules = course.modules
    .filter(({ slug }) => files.has(slug))
    .map(({ slug, title }) => `<li><a href="/${slug}/">${escaped(title.sv)}</a></li>`)
  return lines(
    '<!doctype html>',
    '<html lang="sv"><head><meta charset="utf-8"><title>Förhandsvisning</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<script src="/reload.js" defer></script></head>',
    `<body><h1>${escaped(course.title.sv || course.slug)}</h1>`,
    '<ul>',
    ...modules,
    '</ul>',
    problems.length > 0
      ? `<h2>Att rätta</h2><ul>${problems.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`
      : '',
    '</body></html>',
  )
}

function answerText(response: ServerResponse, text: string, type: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.setHeader('Cache-Control', 'no-store')
  response.end(text)
}
