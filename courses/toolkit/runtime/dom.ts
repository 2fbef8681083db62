type Child = Node | string | null | undefined | false

/** An element with attributes (true: there, without a value; false: not there) and what it holds. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | boolean> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(attribute, value === true ? '' : value)
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)))
  return made
}

/** Those below an element that a selector finds. */
export function all(below: ParentNode, selector: string): HTMLElement[] {
  return [...below.querySelectorAll<HTMLElement>(selector)]
}

/** Gives the focus to what is read, not pressed: a heading, an answer. */
export function focusOn(target: HTMLElement): void {
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus()
}

// 20 x 20, drawn as lines so that they follow the text's colour.
const signs = {
  right: 'm4 10.5 4 4 8-9',
  wrong: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  partly: 'M10 3 18 17H2zM10 8.2v4M10 14.6v.1',
  next: 'm7.5 5 5 5-5 5',
  back: 'm12.5 5-5 5 5 5',
  leave: 'M8 3H4v14h4M8 10h9M13.5 6.5 17 10l-3.5 3.5',
  list: 'M3 5.5h14M3 10h14M3 14.5h14',
  tools: 'M3 6h7m4 0h3M12 4v4M3 14h3m4 0h7M8 12v4',
  listen: 'M3 8v4h3l4 3.5v-11L6 8zM13 7.5c1.3 1.4 1.3 3.6 0 5M15.5 5c2.7 2.9 2.7 7.1 0 10',
  print: 'M6 7V3h8v4M6 14H3.5V8h13v6H14M6 11.5h8V17H6z',
  up: 'm5 12.5 5-5 5 5',
  down: 'm5 7.5 5 5 5-5',
  again: 'M16 10a6 6 0 1 1-1.8-4.3M16 3v3.5h-3.5',
} as const

export type Sign = keyof typeof signs

const svg = 'http://www.w3.org/2000/svg'

/** A small sign beside a word; never alone, so always hidden from screen readers. */
export function sign(name: Sign): SVGElement {
  const drawing = document.createElementNS(svg, 'svg')
  drawing.setAttribute('class', 'sign')
  drawing.setAttribute('viewBox', '0 0 20 20')
  drawing.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(svg, 'path')
  line.setAttribute('d', signs[name])
  drawing.append(line)
  return drawing
}
