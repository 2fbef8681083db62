import { zipOf } from '../../courses/toolkit/builder/package-zip.ts'
import { manifest12 } from './manifest-xml.ts'

/**
 * As much content of old is made: a first page that opens the course in a window, at once or by a button,
 * and the course finds its runtime by way of whoever opened it (SCORM 1.2 RTE 3.3.6.1).
 */
export async function windowPackage(): Promise<Buffer> {
  return zipOf([
    { path: 'imsmanifest.xml', content: manifest12() },
    { path: 'index.html', content: startPage },
    { path: 'kurs/kurs.html', content: coursePage },
    { path: 'ram.html', content: framedPage },
  ])
}

const startPage = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Start</title><h1>Startsida</h1>
<button onclick="opened = window.open('kurs/kurs.html', 'kurs', 'width=800,height=600')">Starta kursen</button>
<a href="kurs/kurs.html" target="_blank">Öppna i nytt fönster</a>
<a href="https://exempel.invalid/x" target="_blank">Läs mer</a>
<p id="state"></p><iframe src="ram.html" title="Ram"></iframe>
<form action="https://exempel.invalid/svar" method="post" target="_blank"><p><button>Skicka</button></p></form>
<p><button onclick="fill()">Skriv ett fönster</button></p>
<script>
  var opened
  function fill() {
    window.open('', 'skrivet').document.write('<h1>Skrivet</h1><button>Knapp</button>')
  }
  setInterval(function () {
    document.getElementById('state').textContent = !opened ? 'inte öppnad' : opened.closed ? 'stängd' : 'öppen'
  }, 100)
</script></html>`

/** Opens its window as it loads, before any load event. */
const framedPage = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Ram</title>
<p id="early"></p><a href="index.html?om" target="_top">Börja om</a><a href="https://exempel.invalid/topp" target="_top">Bort</a><script>
  var early = window.open('kurs/kurs.html?tidig')
  document.getElementById('early').textContent = early ? 'öppnades' : 'spärrades'
  if (early) setTimeout(function () { early.close() }, 0)
</script></html>`

const coursePage = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Kurs</title><h1>Kursen</h1>
<p id="found"></p><button onclick="answer()">Svara</button><button onclick="window.close()">Avsluta</button>
<script>
  var api = window.opener && window.opener.parent.API
  if (!/tidig/.test(location.search)) {
    document.getElementById('found').textContent = api ? 'API ' + api.LMSInitialize('') : 'inget API'
  }
  function answer() {
    api.LMSSetValue('cmi.core.lesson_status', 'completed')
    document.getElementById('found').textContent = 'sparat ' + api.LMSCommit('')
  }
</script></html>`
