import { contactAt, type HostKind, type Language, type Mode } from './host-context.ts'

/** A host that the package names. */
export interface FoundHost {
  /** Lower case, with its port where it is unusual. */
  host: string
  kinds: HostKind[]
  /** The first file that names it. */
  foundIn: string
}

/** What else a text shows that the player's page does not allow or a browser cannot do. */
export type Habit = 'window-open' | 'top-navigation' | 'flash' | 'peer-connection'

/** How much is looked through; what lies beyond is not, and the scan says so. Bytes. */
export const scanLimits = {
  fileBytes: 8_000_000,
  packageBytes: 64_000_000,
  /** Addresses that are judged, in all files together. */
  addresses: 100_000,
  hosts: 500,
}

/**
 * Looks through a package's texts, as they pass, for the hosts that a learner's browser would contact.
 * By the texts alone: an address that a script puts together of pieces is not found, and one that no
 * page uses any more is. Ordinary links count as kind "link": contacted only by who follows them.
 */
export class HostScan {
  readonly #kinds = new Map<string, { kinds: Set<HostKind>; foundIn: string }>()
  readonly #habits = new Map<Habit, string>()
  #bytesLeft: number
  #addressesLeft: number
  /** The first file that was not looked through to its end. */
  cutAt: string | null = null

  constructor(readonly limits: typeof scanLimits = scanLimits) {
    this.#bytesLeft = limits.packageBytes
    this.#addressesLeft = limits.addresses
  }

  /** In the order in which they were found. */
  get hosts(): FoundHost[] {
    return [...this.#kinds].map(([host, { kinds, foundIn }]) => ({
      host,
      kinds: [...kinds].sort(),
      foundIn,
    }))
  }

  /** Each habit with the first file that has it. */
  get habits(): ReadonlyMap<Habit, string> {
    return this.#habits
  }

  /**
   * The reader of one file; undefined for what holds no such text. Call `end` after the last piece.
   * @param mediaType what the file is, where its name may not tell
   */
  fileOf(path: string, mediaType?: string): FileScan | undefined {
    const language = languageOf(path) ?? (mediaType === 'text/html' ? 'markup' : undefined)
    return language && new FileScan(language, path, this)
  }

  /** How many of so many bytes may be read. */
  take(bytes: number, path: string): number {
    const taken = Math.min(bytes, this.#bytesLeft)
    this.#bytesLeft -= taken
    if (taken < bytes) this.cut(path)
    return taken
  }

  cut(path: string): void {
    this.cutAt ??= path
  }

  mayJudge(path: string): boolean {
    if (this.#addressesLeft-- > 0) return true
    this.cut(path)
    return false
  }

  addHost(host: string, kind: HostKind, path: string): void {
    const found = this.#kinds.get(host)
    if (found) found.kinds.add(kind)
    else if (this.#kinds.size >= this.limits.hosts) this.cut(path)
    else this.#kinds.set(host, { kinds: new Set([kind]), foundIn: path })
  }

  addHabit(habit: Habit, path: string): void {
    if (!this.#habits.has(habit)) this.#habits.set(habit, path)
  }
}

const languages: Record<string, Language> = {
  htm: 'markup',
  html: 'markup',
  xhtml: 'markup',
  svg: 'markup',
  xml: 'data',
  css: 'style',
  js: 'script',
  mjs: 'script',
  json: 'json',
  webmanifest: 'json',
}

function languageOf(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  // The manifest and its schemas name namespaces, which nobody contacts.
  if (name === 'imsmanifest.xml') return undefined
  const extension = name.slice(name.lastIndexOf('.') + 1)
  return Object.hasOwn(languages, extension) ? languages[extension] : undefined
}

/** How far a look goes before and after an address, in characters. */
const before = 400
const after = 400

const tokens =
  /<!--|-->|<(\/?)(script|style)\b|((?:https?|wss?):)?(?:\/\/|\\\/\\\/)(?=[\w[\u00a1-\uffff])|\bwindow\.open\s*\(|\b(?:top|parent)\.location\b|target\s*=\s*["']?_top\b|shockwave-flash|\.swf\b|\bRTCPeerConnection\b/gi

/** Reads one text in pieces of any size; what may belong together across two pieces is kept. */
export class FileScan {
  #decoder: TextDecoder | undefined
  #left: number
  #text = ''
  /** Where in `#text` the reading goes on. */
  #next = 0
  #mode: Mode

  constructor(
    readonly language: Language,
    readonly path: string,
    readonly scan: HostScan,
  ) {
    this.#left = scan.limits.fileBytes
    this.#mode = language
  }

  write(piece: Uint8Array): void {
    const wanted = Math.min(piece.length, this.#left)
    if (wanted < piece.length) this.scan.cut(this.path)
    const taken = this.scan.take(wanted, this.path)
    this.#left -= taken
    if (taken === 0) return
    this.#decoder ??= new TextDecoder(encodingOf(piece))
    this.#text += this.#decoder.decode(piece.subarray(0, taken), { stream: true })
    this.#read(this.#text.length - after)
  }

  end(): void {
    this.#text += this.#decoder?.decode() ?? ''
    this.#read(this.#text.length)
    this.#text = ''
  }

  #read(end: number): void {
    if (end <= this.#next) return
    const token = new RegExp(tokens)
    token.lastIndex = this.#next
    for (let match = token.exec(this.#text); match; match = token.exec(this.#text)) {
      if (match.index >= end) break
      this.#judge(match)
      this.#next = token.lastIndex
    }
    this.#next = Math.max(this.#next, end)
    const passed = Math.max(0, this.#next - before)
    this.#text = this.#text.slice(passed)
    this.#next -= passed
  }

  #judge(match: RegExpExecArray): void {
    const [token, isEnd, element] = match
    const habit = habitOf(token)
    if (token === '<!--' || token === '-->') this.#comment(token)
    else if (element) this.#element(isEnd === '/', element.toLowerCase())
    else if (habit) this.#habit(habit, match.index + token.length)
    else this.#address(match.index)
  }

  #comment(token: string): void {
    if (token === '<!--' && (this.#mode === 'markup' || this.#mode === 'data'))
      this.#mode = 'comment'
    else if (token === '-->' && this.#mode === 'comment') this.#mode = this.language
  }

  #element(isEnd: boolean, element: string): void {
    if (this.language !== 'markup' || this.#mode === 'comment') return
    if (isEnd) this.#mode = 'markup'
    else if (this.#mode === 'markup') this.#mode = element === 'script' ? 'script' : 'style'
  }

  #habit(habit: Habit, end: number): void {
    const rest = this.#text.slice(end, end + 40)
    // Reading top.location harms nobody, and fails here; writing it would leave the player.
    const isNavigation = /^(\.href)?\s*=[^=]|^\.(replace|assign)\s*\(/.test(rest)
    const isTarget = this.#text[end - 1] === 'p'
    if (this.#mode === 'comment') return
    if (habit === 'top-navigation' && !isNavigation && !isTarget) return
    // Scripts that play film name Flash as what they did before.
    if (habit === 'flash' && this.#mode !== 'markup') return
    this.scan.addHabit(habit, this.path)
  }

  #address(at: number): void {
    // Before the count: "//" begins every comment line of a script.
    const isQuoted = /["'`=(>,\s\\]/.test(this.#text[at - 1] ?? '')
    if (!isQuoted || this.#mode === 'comment' || !this.scan.mayJudge(this.path)) return
    const found = contactAt(
      this.#text.slice(Math.max(0, at - before), at),
      this.#text.slice(at, at + after),
      this.#mode,
    )
    if (found) this.scan.addHost(found.host, found.kind, this.path)
  }
}

function habitOf(token: string): Habit | undefined {
  if (/^window/i.test(token)) return 'window-open'
  if (/^rtc/i.test(token)) return 'peer-connection'
  if (/location$|^target/i.test(token)) return 'top-navigation'
  return /flash|swf/i.test(token) ? 'flash' : undefined
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}
