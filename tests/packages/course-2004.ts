import { zipOf } from '../../courses/toolkit/builder/package-zip.ts'

/** What the SCO tells of itself in the page, and what its buttons do. */
const script = `
  var api = null
  for (var view = window; !api && view; view = view.parent === view ? null : view.parent) {
    api = view.API_1484_11 || null
  }
  var page = 1
  function show(id, text) { document.getElementById(id).textContent = text }
  function showPage() { show('page', 'Sida ' + page) }
  function begin() {
    api.Initialize('')
    page = Number(api.GetValue('cmi.location')) || 1
    showPage()
    show('entry', api.GetValue('cmi.entry') || 'ny')
    show('objective', api.GetValue('cmi.objectives.0.id'))
    show('limit', api.GetValue('cmi.scaled_passing_score'))
    show('next', api.GetValue('adl.nav.request_valid.continue'))
    document.getElementById('note').value = api.GetValue('cmi.suspend_data')
    if (api.GetValue('cmi.completion_status') === 'unknown') {
      api.SetValue('cmi.completion_status', 'incomplete')
    }
  }
  function turn() {
    page += 1
    api.SetValue('cmi.location', page)
    showPage()
  }
  function note() { api.SetValue('cmi.suspend_data', document.getElementById('note').value) }
  function leave(exit, request) {
    api.SetValue('cmi.session_time', 'PT1M30S')
    api.SetValue('cmi.exit', exit)
    api.SetValue('adl.nav.request', request)
    api.Terminate('')
  }
  function pass(request) {
    api.SetValue('cmi.completion_status', 'completed')
    api.SetValue('cmi.success_status', 'failed')
    api.SetValue('cmi.score.scaled', '0.9')
    leave('normal', request)
  }
`

const document = (title: string) => `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>${title}</title><script>${script}</script></head>
<body onload="begin()"><h1>${title}</h1>
<p id="page"></p>
<p>Läge: <span id="entry"></span>. Mål: <span id="objective"></span>. Gräns: <span id="limit"></span>.
Mer: <span id="next"></span>.</p>
<label>Anteckning <input id="note" oninput="note()"></label>
<button onclick="turn()">Bläddra</button>
<button onclick="leave('suspend', 'suspendAll')">Pausa</button>
<button onclick="pass('continue')">Godkänn och gå vidare</button>
<button onclick="pass('exitAll')">Godkänn och avsluta</button>
<button onclick="leave('suspend', '{target=item-1}choice')">Till första delen</button>
</body></html>
`

const item = (number: number) => `
      <item identifier="item-${number}" identifierref="sco-${number}">
        <title>Del ${number}</title>
        <imsss:sequencing>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="mal-${number}" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
      </item>`

const resource = (number: number) => `
    <resource identifier="sco-${number}" type="webcontent" adlcp:scormType="sco" href="del-${number}.html">
      <file href="del-${number}.html"/>
    </resource>`

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="se.samsyn.test.course-2004" version="1"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>2004 3rd Edition</schemaversion></metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>Två delar</title>${item(1)}${item(2)}
      <imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>
    </organization>
  </organizations>
  <resources>${resource(1)}${resource(2)}
  </resources>
</manifest>
`

/**
 * A course of two SCOs for SCORM 2004 3rd edition: each bookmarks, notes, pauses, says where to go next,
 * and leaves it to the manifest's passing score (80 %) whether its 90 % are enough.
 */
export async function course2004(): Promise<Buffer> {
  return zipOf([
    { path: 'imsmanifest.xml', content: manifest },
    { path: 'del-1.html', content: document('Första delen') },
    { path: 'del-2.html', content: document('Andra delen') },
  ])
}
