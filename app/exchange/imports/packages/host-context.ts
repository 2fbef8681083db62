import { plainHost } from '~/domain/catalogue/package-host.ts'

// What an address in a text is for, told from what stands right before and after it.

/** What a browser fetches there; "link": nothing, until somebody follows it. */
export type HostKind =
  'script' | 'style' | 'font' | 'image' | 'media' | 'frame' | 'connect' | 'form' | 'link'

export type Language = 'markup' | 'data' | 'style' | 'script' | 'json'
/** The language at a place: a page has scripts and styles in it. */
export type Mode = Language | 'comment'

/**
 * The host that an address would make a browser contact, and for what; undefined where it would not, or
 * where it is no whole address.
 * @param before the text up to the address
 * @param after the text from the address on
 */
export function contactAt(
  before: string,
  after: string,
  mode: Mode,
): { host: string; kind: HostKind } | undefined {
  const host = hostOf(after)
  const kind = host && kindOf(before, after, mode)
  if (!host || !kind) return undefined
  const isNamespace = mode !== 'style' && kind !== 'script' && kind !== 'image'
  return isNamespace && namespaceHosts.test(host) ? undefined : { host, kind }
}

/** Who gives names to vocabularies; the names look like addresses and are not followed. */
const namespaceHosts =
  /(^|\.)(w3\.org|adlnet\.(org|gov)|imsglobal\.org|imsproject\.org|ieee\.org|purl\.org|schema\.org|xmlsoap\.org|openxmlformats\.org|ns\.adobe\.com|sodipodi\.sourceforge\.net|inkscape\.org|editplus\.com)$/

function hostOf(after: string): string | undefined {
  const address = /^(?:(?:https?|wss?):)?(?:\/\/|\\\/\\\/)([^\s"'`<>()\\/?#,;{}|^$*+&]+)(.?)/i.exec(
    after,
  )
  // A host with a hole in it, to be filled by a script, is not known.
  if (!address || /[${*+]/.test(address[2] ?? '')) return undefined
  const written = address[1]!
  // Who signs in within an address is no part of the host.
  const host = plainHost(written.slice(written.lastIndexOf('@') + 1))
  const name = host.replace(/:\d+$/, '')
  const isName = /^([\w-]+\.)+([a-z]{2,}|xn--[\w-]+)$/.test(name)
  const isNumber = /^(\d{1,3}\.){3}\d{1,3}$|^\[/.test(name)
  return isName || isNumber || name === 'localhost' ? host : undefined
}

function kindOf(before: string, after: string, mode: Mode): HostKind | undefined {
  if (mode === 'style') return kindInStyle(before, after)
  if (mode === 'script') return kindInScript(before, after)
  if (mode === 'json') return kindInJson(before, after)
  if (mode === 'comment') return undefined
  return kindInMarkup(before, after, mode)
}

const byExtension: [HostKind, RegExp][] = [
  ['script', /^m?js$/],
  ['style', /^css$/],
  ['font', /^(woff2?|ttf|otf|eot)$/],
  ['image', /^(png|jpe?g|gif|svg|webp|avif|ico|bmp)$/],
  ['media', /^(mp[34]|m4[av]|web[mav]|og[agv]|mov|wav|aac|vtt|m3u8|mpd|swf|flv)$/],
  ['frame', /^x?html?$/],
]

/** By the end of the address's path, where that tells. */
function kindByExtension(after: string): HostKind | undefined {
  const end = after.search(/["'`\s<>()?#]/)
  const path = (end < 0 ? after : after.slice(0, end)).replaceAll('\\', '')
  const slash = path.lastIndexOf('/')
  // The first two slashes stand before the host, whose end is no extension.
  if (slash <= path.indexOf('//') + 1) return undefined
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return path.lastIndexOf('.') > slash
    ? byExtension.find(([, pattern]) => pattern.test(extension))?.[0]
    : undefined
}

// ── styles ──────────────────────────────────────────────────────────────────

function kindInStyle(before: string, after: string): HostKind | undefined {
  if (/@import\s*(url\(\s*)?["']?$/i.test(before.slice(-40))) return 'style'
  if (!/url\(\s*["']?$/i.test(before.slice(-20)) || /@namespace[^;]*$/.test(before.slice(-60))) {
    return undefined
  }
  const rule = before.slice(before.lastIndexOf('}') + 1)
  const kind = kindByExtension(after)
  return /@font-face/i.test(rule) || kind === 'font' ? 'font' : 'image'
}

// ── scripts ─────────────────────────────────────────────────────────────────

function kindInScript(before: string, after: string): HostKind | undefined {
  const line = /(?:\n|<script[^<>]*>)([^\n]*)$/i.exec(before)?.[1] ?? ''
  if (/^\s*(\/\/|\/?\*)/.test(line)) return undefined
  if (isInTag(before)) return kindInMarkup(before, after, 'markup')
  // Inside a longer text, such as a message, nothing is contacted.
  if (!/["'`]$|url\($/.test(before)) return undefined
  const near = before.slice(-60).replace(/[\\"'`]+$/, '')
  if (/^ws/i.test(after)) return 'connect'
  if (
    /(\bopen\(|\blocation(\.href)?\s*=|\.(assign|replace)\(|\bhref["']?\s*[:=,])\s*$/.test(near)
  ) {
    return 'link'
  }
  if (/(\bimport|\bfrom|\bimport\(|importScripts\()\s*$/.test(near)) return 'script'
  const byName = kindByExtension(after)
  // A page by its address is more often led to than fetched.
  if (byName && byName !== 'frame') return byName
  return fetchingWords.test(near) || /\bopen\(\s*["']\w+["']\s*,\s*$/.test(near)
    ? 'connect'
    : 'link'
}

/** What a name before an address is called where a script fetches it: `endpoint = "…"`, `axios.get("…`. */
const fetchingWords =
  /(src|url|uri|endpoint|host|server|api|fetch|ajax|get|post|put|load|send|beacon|socket|eventsource|track|cdn|lrs|origin|root|base)\w*["'\])]*\s*(=|:|\(|\|\||\?|,)\s*$/i

// ── JSON ────────────────────────────────────────────────────────────────────

const silentKeys =
  /^(\$schema|@context|@vocab|licen[cs]e|homepage|repository|bugs|author|generator|xmlns\w*|id|\$id)$/i

/** Data contacts nobody by itself: only what a page is sure to fetch counts as more than a link. */
function kindInJson(before: string, after: string): HostKind | undefined {
  if (!before.endsWith('"')) return undefined
  const key = /"([^"\\]{1,60})"\s*:\s*(?:\[\s*)?"$/.exec(before.slice(-100))?.[1] ?? ''
  if (silentKeys.test(key)) return undefined
  if (/endpoint|server|socket|lrs|api/i.test(key) || /^ws/i.test(after)) return 'connect'
  return kindByExtension(after) ?? 'link'
}

// ── markup ──────────────────────────────────────────────────────────────────

function isInTag(before: string): boolean {
  return /<\w[^<>]*$/.test(before.slice(-300)) && attributeOf(before) !== undefined
}

function kindInMarkup(
  before: string,
  after: string,
  mode: 'markup' | 'data',
): HostKind | undefined {
  const start = before.lastIndexOf('<')
  const isText = before.lastIndexOf('>') > start
  if (isText) {
    const isWhole = /(>|CDATA\[)\s*$/.test(before)
    return mode === 'data' && isWhole ? (kindByExtension(after) ?? 'link') : undefined
  }
  const attribute = attributeOf(before)
  if (!attribute) return undefined
  const tag = start < 0 ? '' : (/^<([\w:-]+)/.exec(before.slice(start))?.[1] ?? '')
  const wholeTag = before.slice(Math.max(0, start)) + after.split('>', 1)[0]
  return kindOfAttribute(plain(tag), plain(attribute), { before, after, wholeTag })
}

/** Names without prefix, in lower case: "xlink:href" is "href". */
const plain = (name: string) => name.slice(name.lastIndexOf(':') + 1).toLowerCase()

/** The attribute within whose value the text ends. */
function attributeOf(before: string): string | undefined {
  for (const quote of ['"', "'"]) {
    const at = before.lastIndexOf(`=${quote}`)
    if (at < 0 || before.includes(quote, at + 2)) continue
    // xmlns:x is no attribute of a thing x.
    const name = /([\w:-]+)$/.exec(before.slice(Math.max(0, at - 40), at).trimEnd())?.[1]
    if (name) return /^xmlns/i.test(name) ? 'xmlns' : name
  }
  return /([\w:-]+)\s*=\s*\\?["']?$/.exec(before.slice(-60))?.[1]
}

type Place = { before: string; after: string; wholeTag: string }

const byAttribute: Record<
  string,
  HostKind | ((tag: string, place: Place) => HostKind | undefined)
> = {
  src: (tag, { after }) => bySource[tag] ?? kindByExtension(after) ?? 'connect',
  href: (tag, { wholeTag }) =>
    tag === 'link' ? kindOfLink(wholeTag) : (byReference[tag] ?? 'link'),
  srcset: 'image',
  imagesrcset: 'image',
  poster: 'image',
  background: 'image',
  data: (tag) => (tag === 'object' ? 'frame' : undefined),
  action: 'form',
  formaction: 'form',
  manifest: 'connect',
  ping: 'connect',
  pluginspage: 'link',
  codebase: 'link',
  style: (_tag, { before, after }) => kindInStyle(before, after),
  content: (_tag, { wholeTag }) =>
    /http-equiv\s*=\s*["']?refresh/i.test(wholeTag) ? 'frame' : undefined,
  value: (tag, { after }) => (tag === 'param' ? kindByExtension(after) : undefined),
}

const bySource: Record<string, HostKind> = {
  script: 'script',
  iframe: 'frame',
  frame: 'frame',
  embed: 'frame',
  img: 'image',
  input: 'image',
  audio: 'media',
  video: 'media',
  source: 'media',
  track: 'media',
}

const byReference: Record<string, HostKind> = {
  script: 'script',
  image: 'image',
  feimage: 'image',
  use: 'image',
  base: 'connect',
}

function kindOfAttribute(tag: string, attribute: string, place: Place): HostKind | undefined {
  if (attribute.startsWith('on'))
    return kindInScript(place.before.replace(/<[^<]*$/, ''), place.after)
  if (attribute.startsWith('data-')) return kindByExtension(place.after)
  const kind = Object.hasOwn(byAttribute, attribute) ? byAttribute[attribute] : undefined
  return typeof kind === 'function' ? kind(tag, place) : kind
}

const loadedAs: Record<string, HostKind> = {
  script: 'script',
  style: 'style',
  font: 'font',
  image: 'image',
  audio: 'media',
  video: 'media',
}

function kindOfLink(tag: string): HostKind {
  const rel = /\brel\s*=\s*["']?([\w -]+)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
  const as = /\bas\s*=\s*["']?(\w+)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
  if (/icon|image/.test(rel)) return 'image'
  if (/modulepreload/.test(rel)) return 'script'
  if (/preload|prefetch|preconnect|manifest/.test(rel)) return loadedAs[as] ?? 'connect'
  return rel === '' || /stylesheet/.test(rel) ? 'style' : 'link'
}
