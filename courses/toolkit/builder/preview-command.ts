import path from 'node:path'
import { Misuse, parseWords } from '../command-words.ts'
import type { CourseCommand } from '../course-command.ts'
import { courseFolders } from '../source/course-files.ts'
import { PreviewServer } from './preview-server.ts'

const usualPort = 4100

export const previewCommand: CourseCommand = {
  usage: '[FOLDER] [--port PORT]',
  does: 'shows a course in the browser as you write it; ends with Ctrl-C',
  run: async (words, { out }) => {
    const { folder, port } = wanted(words)
    const server = new PreviewServer(folder)
    out(`${folder}: ${await server.start(port)}`)
    const stopWatching = server.watch()
    await new Promise((resolve) => process.once('SIGINT', resolve))
    stopWatching()
    await server.stop()
    return 0
  },
}

function wanted(words: string[]): { folder: string; port: number } {
  const { positionals, values } = parseWords(words, { port: { type: 'string' } })
  const folders = positionals.length > 0 ? positionals : courseFolders('courses')
  const [folder] = folders
  if (folder === undefined) throw new Misuse('there is no course in courses/')
  if (folders.length > 1) throw new Misuse(`which course: ${folders.join(', ')}?`)
  const port = Number(values.port ?? usualPort)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Misuse('that is no port')
  return { folder: path.resolve(folder), port }
}
