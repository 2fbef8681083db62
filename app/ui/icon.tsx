// 20 x 20, drawn as lines so that they follow the text's colour and weight.
const drawings = {
  leave: 'M8 3H4v14h4M8 10h9M13.5 6.5 17 10l-3.5 3.5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  person:
    'M10 10.5a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM3.5 17c.8-3 3.3-4.2 6.5-4.2s5.7 1.2 6.5 4.2',
  down: 'm5 7.5 5 5 5-5',
  up: 'm5 12.5 5-5 5 5',
  forward: 'm7.5 5 5 5-5 5',
  back: 'm12.5 5-5 5 5 5',
  ok: 'm4 10.5 4 4 8-9',
  warn: 'M10 3 18 17H2zM10 8.2v4M10 14.6v.1',
  bad: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15zM7.3 7.3l5.4 5.4M12.7 7.3l-5.4 5.4',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15zM10 9.3v4.4M10 6.4v.1',
  close: 'm5 5 10 10M15 5 5 15',
  'full-screen': 'M3.5 7V3.5H7M13 3.5h3.5V7M16.5 13v3.5H13M7 16.5H3.5V13',
} as const

export type IconName = keyof typeof drawings

/** A small sign beside a word; never alone, so always hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
