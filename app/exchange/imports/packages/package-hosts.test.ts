import { describe, expect, it, test } from 'vitest'
import { HostScan, scanLimits } from './package-hosts.ts'

/** "host: kinds" of what a text names, in the order found. */
function found(path: string, text: string | Buffer, pieceBytes = Infinity): string[] {
  return hostsOf(scanned(path, text, pieceBytes))
}

const hostsOf = (scan: HostScan) => scan.hosts.map(({ host, kinds }) => `${host}: ${kinds.join()}`)

function scanned(path: string, text: string | Buffer, pieceBytes = Infinity, limits = scanLimits) {
  const scan = new HostScan(limits)
  const file = scan.fileOf(path)
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    file?.write(bytes.subarray(at, at + pieceBytes))
  }
  file?.end()
  return scan
}

describe('a page names the hosts of', () => {
  it.each([
    ['<script src="https://cdn.example.com/a.js"></script>', 'cdn.example.com: script'],
    ["<SCRIPT async SRC='//cdn.example.com/a.js'></SCRIPT>", 'cdn.example.com: script'],
    ['<script src=https://cdn.example.com/a.js></script>', 'cdn.example.com: script'],
    ['<link rel="stylesheet" href="//fonts.example.com/css?f=a">', 'fonts.example.com: style'],
    ['<link href="https://x.example.com/i" rel="icon">', 'x.example.com: image'],
    ['<link rel="preconnect" href="https://x.example.com">', 'x.example.com: connect'],
    ['<link rel="preload" as="font" href="https://x.example.com/f">', 'x.example.com: font'],
    ['<link rel="canonical" href="https://x.example.com/">', 'x.example.com: link'],
    ['<img src="https://x.example.com/p">', 'x.example.com: image'],
    ['<img srcset="a.png 1x, https://x.example.com/p.png 2x">', 'x.example.com: image'],
    ['<video poster="https://a.example.com/p"></video>', 'a.example.com: image'],
    ['<video><source src="https://v.example.com/f"></video>', 'v.example.com: media'],
    ['<iframe src="https://player.example.com/1"></iframe>', 'player.example.com: frame'],
    ['<object data="https://x.example.com/o"></object>', 'x.example.com: frame'],
    ['<embed src="https://x.example.com/o">', 'x.example.com: frame'],
    ['<form action="https://svar.example.com/">', 'svar.example.com: form'],
    ['<button formaction="https://svar.example.com/">', 'svar.example.com: form'],
    ['<a href="https://lank.example.com/">', 'lank.example.com: link'],
    ['<base href="https://bas.example.com/">', 'bas.example.com: connect'],
    [
      '<meta http-equiv="refresh" content="0; url=https://bort.example.com/">',
      'bort.example.com: frame',
    ],
    ['<div style="background: url(https://x.example.com/b)">', 'x.example.com: image'],
    [
      '<style>@import "https://x.example.com/s.css"; a { color: red }</style>',
      'x.example.com: style',
    ],
    ['<script>fetch("https://api.example.com/v1")</script>', 'api.example.com: connect'],
    ['<svg><image xlink:href="https://x.example.com/p"/></svg>', 'x.example.com: image'],
    ['<img src="https://user:pw@X.Example.COM:8443/p">', 'x.example.com:8443: image'],
    ['<img src="http://x.example.com:80/p">', 'x.example.com: image'],
    ['<img src="https://x.example.com:443/p">', 'x.example.com: image'],
    ['<img src="https://kurs.g\u00f6teborg.example/p">', 'kurs.xn--gteborg-90a.example: image'],
    ['<img src="http://192.0.2.7/p">', '192.0.2.7: image'],
  ])('%s', (html, host) => {
    expect(found('sida.html', html)).toEqual([host])
  })

  it.each([
    '<p>L\u00e4s mer p\u00e5 https://x.example.com</p>',
    '<!-- <script src="https://gammal.example.com/a.js"></script> -->',
    '<html xmlns="http://www.w3.org/1999/xhtml">',
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/TR/xhtml1.dtd">',
    '<meta property="og:url" content="https://x.example.com">',
    '<img src="bilder/a.png" alt="https://x.example.com">',
    '<script>// fetch("https://gammal.example.com")\n</script>',
    '<script>throw Error("L\u00e4s https://x.example.com/fel")</script>',
    '<img src="https://">',
    '<img src="//a">',
  ])('nobody: %s', (html) => {
    expect(found('sida.html', html)).toEqual([])
  })

  it('and knows script from page after the script has ended', () => {
    const html =
      '<script>var a = "<\\/p>"; /* "https://x.example.com" */</script>' +
      '<p>"https://y.example.com"</p><img src="https://z.example.com/p">'
    expect(found('sida.html', html)).toContain('z.example.com: image')
    expect(found('sida.html', html)).not.toContain('y.example.com: connect')
  })
})

describe('a script names the hosts of', () => {
  it.each([
    ['xhr.open("POST", "https://api.example.com/x")', 'api.example.com: connect'],
    ['const endpoint = `https://lrs.example.com/xapi`', 'lrs.example.com: connect'],
    ["new WebSocket('wss://s.example.com')", 's.example.com: connect'],
    ['s.src = "//cdn.example.com/a.js"', 'cdn.example.com: script'],
    ['import x from "https://esm.example.com/x"', 'esm.example.com: script'],
    ['{"u":"https:\\/\\/cdn.example.com\\/a.js"}', 'cdn.example.com: script'],
    ['el.innerHTML = "<img src=\'https://x.example.com/p\'>"', 'x.example.com: image'],
    ['el.innerHTML = "<iframe src=\\"https://x.example.com/p\\">"', 'x.example.com: frame'],
    ['window.open("https://x.example.com")', 'x.example.com: link'],
    ['location.href = "https://x.example.com"', 'x.example.com: link'],
    ['credit("Uppslagsverk", "http://x.example.com/wiki/A")', 'x.example.com: link'],
  ])('%s', (script, host) => {
    expect(found('a.js', script)).toEqual([host])
  })

  it.each([
    '"https://" + host + "/x"',
    '`https://${host}/x`',
    '`https://cdn.${zone}.com/x`',
    'document.createElementNS("http://www.w3.org/2000/svg", "svg")',
    '/*! v1 https://example.com/licence */',
    ' * @see "https://x.example.com"\n',
    'a //x.example.com',
    'policy = "img-src https://*.example.com"',
  ])('nobody: %s', (script) => {
    expect(found('a.js', `\n${script}`)).toEqual([])
  })
})

describe('styles and data name the hosts of', () => {
  it.each([
    ['a.css', '@import url("https://x.example.com/a")', 'x.example.com: style'],
    ['a.css', '@font-face { src: url(//f.example.com/a) }', 'f.example.com: font'],
    ['a.css', 'a { background: url( "https://x.example.com/a.png" ) }', 'x.example.com: image'],
    ['a.json', '{ "video": "https://v.example.com/a.mp4" }', 'v.example.com: media'],
    ['a.json', '{ "endpoint": "https://lrs.example.com/" }', 'lrs.example.com: connect'],
    ['a.json', '{ "mer": "https://x.example.com/a" }', 'x.example.com: link'],
    ['a.xml', '<film>https://v.example.com/a.mp4</film>', 'v.example.com: media'],
    ['a.svg', '<svg><a xlink:href="https://x.example.com/"/></svg>', 'x.example.com: link'],
  ])('%s: %s', (path, text, host) => {
    expect(found(path, text)).toEqual([host])
  })

  it.each([
    ['a.css', '/* https://x.example.com */ @namespace url(http://www.w3.org/1999/xhtml);'],
    ['a.json', '{ "$schema": "https://x.example.com/schema" }'],
    ['a.xsd', '<import schemaLocation="https://x.example.com/a.xsd"/>'],
    ['imsmanifest.xml', '<file href="https://x.example.com/a.js"/>'],
    ['a.png', '<img src="https://x.example.com/a">'],
  ])('nobody in %s: %s', (path, text) => {
    expect(found(path, text)).toEqual([])
  })
})

test.each([1, 7, 400, 1_000])('a text in pieces of %i bytes tells the same', (pieceBytes) => {
  const html =
    '<p>\u00e5\u00e4\u00f6</p>'.repeat(100) +
    '<!-- <img src="https://nej.example.com/p"> -->' +
    '<script src="https://cdn.example.com/a.js"></script>'.padEnd(900) +
    '<script>window.open("x"); top.location = "y"; fetch("https://api.example.com/")</script>' +
    '<link rel="stylesheet" href="//fonts.example.com/css">'
  const scan = scanned('sida.html', html, pieceBytes)
  expect(hostsOf(scan)).toEqual([
    'cdn.example.com: script',
    'api.example.com: connect',
    'fonts.example.com: style',
  ])
  expect([...scan.habits.keys()]).toEqual(['window-open', 'top-navigation'])
})

test('UTF-16 is read as such', () => {
  const page = Buffer.from('\ufeff<img src="https://x.example.com/p">', 'utf16le')
  expect(found('sida.html', page)).toEqual(['x.example.com: image'])
})

test('a host keeps all its kinds and the first file that names it', () => {
  const scan = new HostScan()
  for (const [path, text] of [
    ['b.html', '<a href="https://x.example.com/">'],
    ['a.html', '<img src="https://x.example.com/p">'],
  ] as const) {
    const file = scan.fileOf(path)
    file?.write(Buffer.from(text))
    file?.end()
  }
  expect(scan.hosts).toEqual([
    { host: 'x.example.com', kinds: ['image', 'link'], foundIn: 'b.html' },
  ])
})

describe('habits that do not work in the player', () => {
  it.each([
    ['a.js', 'window.open("a.html")', 'window-open'],
    ['a.js', 'top.location.href = "a.html"', 'top-navigation'],
    ['a.js', 'parent.location.replace("a.html")', 'top-navigation'],
    ['a.html', '<a target="_top" href="a.html">', 'top-navigation'],
    ['a.html', '<object type="application/x-shockwave-flash">', 'flash'],
    ['a.html', '<embed src="film.swf">', 'flash'],
    ['a.js', 'new RTCPeerConnection({ iceServers: [] })', 'peer-connection'],
  ])('%s: %s', (path, text, habit) => {
    expect([...scanned(path, text).habits]).toEqual([[habit, path]])
  })

  it.each([
    ['a.js', 'if (top.location == self.location) begin()'],
    ['a.js', 'var plays = /\\.swf$/'],
    ['a.html', '<!-- window.open("x") -->'],
  ])('but not %s: %s', (path, text) => {
    expect([...scanned(path, text).habits]).toEqual([])
  })
})

describe('the work is bounded, and what was not looked at is told', () => {
  const image = '<img src="https://x.example.com/p">'

  it('for one file', () => {
    const limits = { ...scanLimits, fileBytes: 50 }
    const scan = scanned('a.html', image.padEnd(60) + image.replace('x.', 'y.'), Infinity, limits)
    expect([hostsOf(scan), scan.cutAt]).toEqual([['x.example.com: image'], 'a.html'])
  })

  it('for all files together', () => {
    const limits = { ...scanLimits, packageBytes: 10 }
    const scan = scanned('a.html', image, Infinity, limits)
    expect([hostsOf(scan), scan.cutAt]).toEqual([[], 'a.html'])
  })

  it('for hosts', () => {
    const limits = { ...scanLimits, hosts: 1 }
    const scan = scanned('a.html', image + image.replace('x.', 'y.'), Infinity, limits)
    expect([hostsOf(scan), scan.cutAt]).toEqual([['x.example.com: image'], 'a.html'])
  })

  it('and eight megabytes of addresses, open tags or blanks take no more than seconds', () => {
    for (const text of ['"https://a.example.com/a/a/a/a/a"=src ', '<a href="//a.b/', '=" url( ']) {
      const begun = process.cpuUsage().user
      scanned('a.html', text.repeat(8_000_000 / text.length), 65_536)
      expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(15)
    }
  })
})
