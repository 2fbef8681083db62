import { contentFrame } from './content-frame.ts'

/** Content that opens windows in a loop is no help to anybody. */
const mostLayers = 8
/** Where a package's files are, on this host. */
const contentPath = '/content/'

interface Layer {
  dialog: HTMLDialogElement
  opener: Window
  /** What had the focus in the window that opened it. */
  focused: HTMLElement | null
}

interface LayerPorts {
  closeLabel: string
  title: string
  /** A window has appeared in which content may begin to speak. */
  appeared: (view: Window) => void
  /** Content wanted to open what is not the package's own. */
  blocked: (host: string) => void
}

/**
 * Where content finds the windows that it opens: layers above it, in the page. A browser's own windows
 * it may not open, and to be refused would end much content of old.
 */
export class Layers {
  readonly #ports: LayerPorts
  readonly #layers = new Map<Window, Layer>()
  readonly #ours = new WeakSet<Window['open']>()

  constructor(ports: LayerPorts) {
    this.#ports = ports
  }

  /** Gives a window's present document these ways to open another; again when it shows another document. */
  serve(view: Window): void {
    const layer = this.#layers.get(view)
    if (layer) {
      view.opener = layer.opener
      view.close = () => layer.dialog.close()
    }
    view.addEventListener('click', this.#clicked)
    view.addEventListener('submit', this.#submitted)
    // A frame's first page has the window that was there before it.
    if (this.#ours.has(Reflect.get(view, 'open'))) return
    const own = view.open.bind(view)
    const open: Window['open'] = (address = '', name = '') =>
      this.#show(view, String(address), String(name), own)
    this.#ours.add(open)
    view.open = open
  }

  /** As when the learner closes them. */
  closeAll(): void {
    for (const [view] of this.#layers) this.#remove(view)
  }

  readonly #clicked = (event: MouseEvent) => {
    const view = event.currentTarget as Window
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href], area[href]')
    if (event.defaultPrevented || !link || link.hasAttribute('download')) return
    const base = view.document.querySelector<HTMLBaseElement>('base[target]')
    const name = link.target || (base?.target ?? '')
    const staysWithin = name === '' || (ownWindow.test(name) && !leadsOut(view, name))
    if (staysWithin || link.protocol === 'javascript:') return
    event.preventDefault()
    view.open(link.href, name)
  }

  /** A form cannot be sent to a layer; without a word the browser would send it nowhere. */
  readonly #submitted = (event: SubmitEvent) => {
    const view = event.currentTarget as Window
    const form = event.target as HTMLFormElement
    const said = (name: string) =>
      event.submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name)
    const base = view.document.querySelector<HTMLBaseElement>('base[target]')
    if (event.defaultPrevented || !/^_blank$/i.test(said('target') ?? base?.target ?? '')) return
    event.preventDefault()
    this.#ports.blocked(hostOf(said('action') ?? '', view.document.baseURI))
  }

  #show(opener: Window, address: string, name: string, own: Window['open']): Window | null {
    if (leadsOut(opener, name)) return this.#showAtTop(opener, address)
    // Its own window, or one that there is already by that name.
    const known = name && !/^_blank$/i.test(name) ? own(address, name) : null
    if (known || ownWindow.test(name)) return known
    const url = address === '' ? null : ownUrl(address, opener.document.baseURI)
    if (url === undefined) this.#ports.blocked(hostOf(address, opener.document.baseURI))
    if (url === undefined || this.#layers.size >= mostLayers) return null
    return this.#add(opener, url, name)
  }

  /** The top page is not content's: what it means is the whole of what it has itself. */
  #showAtTop(opener: Window, address: string): Window | null {
    const base = opener.document.baseURI
    const url = ownUrl(address, base)
    let top = opener
    while (top.parent !== window) top = top.parent
    if (url === undefined) this.#ports.blocked(hostOf(address, base))
    else top.location.assign(url)
    return url === undefined ? null : top
  }

  #add(opener: Window, url: string | null, name: string): Window | null {
    const { closeLabel, title, appeared } = this.#ports
    const dialog = document.createElement('dialog')
    const close = document.createElement('button')
    const frame = contentFrame(title)
    close.textContent = closeLabel
    close.addEventListener('click', () => dialog.close())
    if (name && !/^_/.test(name)) frame.name = name
    dialog.setAttribute('aria-label', title)
    // Before the frame is there: then its first page keeps the window that is served below.
    if (url !== null) frame.src = url
    dialog.append(close, frame)
    document.body.append(dialog)
    const view = frame.contentWindow!
    this.#layers.set(view, {
      dialog,
      opener,
      focused: opener.document.activeElement as HTMLElement | null,
    })
    dialog.addEventListener('close', () => this.#remove(view))
    frame.addEventListener('load', () => appeared(view))
    appeared(view)
    dialog.showModal()
    return view
  }

  #remove(view: Window): void {
    const layer = this.#layers.get(view)
    this.#layers.delete(view)
    layer?.dialog.close()
    layer?.dialog.remove()
    layer?.opener.focus()
    // What lies below a dialog loses it.
    layer?.focused?.focus()
  }
}

/** What is no window beside the one that has it. */
const ownWindow = /^_(self|parent|top)$/i

/** Whether the name is that of a window above all that content has. */
const leadsOut = (view: Window, name: string) =>
  /^_top$/i.test(name) || (/^_parent$/i.test(name) && view.parent === window)

/** The address where it is of the package's own files; undefined where it is not. */
export function ownUrl(address: string, base: string): string | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  const isOwn = url?.origin === location.origin && url.pathname.startsWith(contentPath)
  return isOwn ? url.href : undefined
}

function hostOf(address: string, base: string): string {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined
  return (url?.host || url?.protocol || address).slice(0, 100)
}
