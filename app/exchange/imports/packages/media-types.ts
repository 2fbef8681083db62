/**
 * By extension. A charset stands only where the format has no other: for HTML, CSS and scripts the
 * file itself says it, and an old package in Latin-1 must not be told that it is UTF-8.
 */
const byExtension: Record<string, string> = {
  // pages, scripts and data
  cjs: 'text/javascript',
  css: 'text/css',
  csv: 'text/csv',
  dtd: 'application/xml-dtd',
  geojson: 'application/geo+json',
  htm: 'text/html',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
  jsonld: 'application/ld+json',
  log: 'text/plain',
  map: 'application/json',
  md: 'text/markdown',
  mjs: 'text/javascript',
  properties: 'text/plain',
  rss: 'application/rss+xml',
  shtml: 'text/html',
  txt: 'text/plain',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json',
  xht: 'application/xhtml+xml',
  xhtml: 'application/xhtml+xml',
  xml: 'application/xml',
  xsd: 'application/xml',
  xsl: 'application/xml',
  xslt: 'application/xml',
  // images
  apng: 'image/apng',
  avif: 'image/avif',
  bmp: 'image/bmp',
  cur: 'image/x-icon',
  gif: 'image/gif',
  heic: 'image/heic',
  ico: 'image/x-icon',
  jfif: 'image/jpeg',
  jpe: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  jxl: 'image/jxl',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  // sound and film, with their texts
  aac: 'audio/aac',
  avi: 'video/x-msvideo',
  flac: 'audio/flac',
  flv: 'video/x-flv',
  m3u8: 'application/vnd.apple.mpegurl',
  m4a: 'audio/mp4',
  m4s: 'video/iso.segment',
  m4v: 'video/mp4',
  mid: 'audio/midi',
  midi: 'audio/midi',
  mkv: 'video/x-matroska',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  mpd: 'application/dash+xml',
  mpeg: 'video/mpeg',
  mpg: 'video/mpeg',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  opus: 'audio/ogg',
  srt: 'text/plain',
  ts: 'video/mp2t',
  ttml: 'application/ttml+xml',
  vtt: 'text/vtt; charset=utf-8',
  wav: 'audio/wav',
  weba: 'audio/webm',
  webm: 'video/webm',
  webvtt: 'text/vtt; charset=utf-8',
  wma: 'audio/x-ms-wma',
  wmv: 'video/x-ms-wmv',
  // fonts
  eot: 'application/vnd.ms-fontobject',
  otf: 'font/otf',
  ttc: 'font/collection',
  ttf: 'font/ttf',
  woff: 'font/woff',
  woff2: 'font/woff2',
  // documents to download
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  epub: 'application/epub+zip',
  ics: 'text/calendar',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  pps: 'application/vnd.ms-powerpoint',
  ppsx: 'application/vnd.openxmlformats-officedocument.presentationml.slideshow',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  rtf: 'application/rtf',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  // what authoring tools leave behind or bring along
  class: 'application/java-vm',
  dcr: 'application/x-director',
  dir: 'application/x-director',
  dxr: 'application/x-director',
  glb: 'model/gltf-binary',
  gltf: 'model/gltf+json',
  jar: 'application/java-archive',
  swf: 'application/x-shockwave-flash',
  unity3d: 'application/vnd.unity',
  xap: 'application/x-silverlight-app',
}

const unknown = 'application/octet-stream'

/**
 * The media type of a file by its name; where the extension tells nothing ("start", "index.asp"), a page
 * is known by its first bytes. "application/octet-stream" for the rest (".data", ".mem", ".lms" …).
 * @param firstBytes about a thousand, where they are at hand
 */
export function mediaTypeOf(path: string, firstBytes?: Uint8Array): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  if (Object.hasOwn(byExtension, extension)) return byExtension[extension]!
  return firstBytes && beginsLikeHtml(firstBytes) ? 'text/html' : unknown
}

const encodings: { mark: number[]; name: string }[] = [
  { mark: [0xff, 0xfe], name: 'utf-16le' },
  { mark: [0xfe, 0xff], name: 'utf-16be' },
]

const beginning =
  /^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*\?>)*<(?:!doctype\s+html|html|head|body|title|meta|script|frameset)[\s>]/i

function beginsLikeHtml(bytes: Uint8Array): boolean {
  const { name } = encodings.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte)) ?? {
    name: 'utf-8',
  }
  return beginning.test(new TextDecoder(name).decode(bytes.subarray(0, 1024)))
}
