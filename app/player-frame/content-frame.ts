/** What content may do; not open windows, nor lead the page elsewhere. */
const allowed = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-modals',
  'allow-downloads',
].join(' ')

/** A frame in which content is shown. */
export function contentFrame(title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.setAttribute('sandbox', allowed)
  frame.setAttribute('allow', 'autoplay; fullscreen')
  return frame
}
