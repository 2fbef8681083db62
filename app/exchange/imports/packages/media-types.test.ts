import { expect, test } from 'vitest'
import { mediaTypeOf } from './media-types.ts'

test.each([
  ['index.html', 'text/html'],
  ['INDEX.HTM', 'text/html'],
  ['js/module.mjs', 'text/javascript'],
  ['film.v2.ogv', 'video/ogg'],
  ['texter/sv.vtt', 'text/vtt; charset=utf-8'],
  ['typsnitt.woff2', 'font/woff2'],
  ['lib/spel.wasm', 'application/wasm'],
  ['scen.glb', 'model/gltf-binary'],
  ['adlcp_rootv1p2.xsd', 'application/xml'],
  ['course.swf', 'application/x-shockwave-flash'],
  ['Build/spel.data', 'application/octet-stream'],
  ['LICENSE', 'application/octet-stream'],
  ['.htaccess', 'application/octet-stream'],
  ['v1.2/fil', 'application/octet-stream'],
  // Names that every object answers to.
  ['a.constructor', 'application/octet-stream'],
  ['a.__proto__', 'application/octet-stream'],
])('%s is %s', (path, type) => {
  expect(mediaTypeOf(path)).toBe(type)
})

test('no page, style or script is told which charset it has, so that it can say so itself', () => {
  for (const path of ['a.html', 'a.css', 'a.js', 'a.txt', 'a.xml']) {
    expect(mediaTypeOf(path)).not.toContain('charset')
  }
})

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

test.each([
  ['a doctype', Buffer.from('<!DOCTYPE html><title>Start</title>')],
  ['a BOM and space before it', Buffer.from('\ufeff\r\n  <html lang="sv">')],
  ['a comment before it', Buffer.from('<!-- saved from url=(0014)about:internet -->\n<HTML>')],
  [
    'XML before it',
    Buffer.from('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'),
  ],
  ['a script at once', Buffer.from('<script>location.href = "start.html"</script>')],
  ['UTF-16', utf16('<html><head>')],
  ['UTF-16, the other way round', utf16('<html><head>').swap16()],
])('a file without a telling name that begins with %s is a page', (_, bytes) => {
  expect(mediaTypeOf('start', bytes)).toBe('text/html')
  expect(mediaTypeOf('start.asp', bytes)).toBe('text/html')
})

test.each([
  ['a known name', 'logo.svg', Buffer.from('<html>'), 'image/svg+xml'],
  ['text about pages', 'readme', Buffer.from('Write <html> first.'), 'application/octet-stream'],
  [
    'another XML',
    'data',
    Buffer.from('<?xml version="1.0"?><manifest>'),
    'application/octet-stream',
  ],
  ['a word that begins alike', 'data', Buffer.from('<htmlx>'), 'application/octet-stream'],
  ['nothing', 'empty', Buffer.alloc(0), 'application/octet-stream'],
  ['bytes', 'data', Buffer.from([0x89, 0x50, 0, 0xff]), 'application/octet-stream'],
])('%s is no page', (_, path, bytes, type) => {
  expect(mediaTypeOf(path, bytes)).toBe(type)
})
