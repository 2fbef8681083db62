import qrcode from 'qrcode-generator'

export interface QrPath {
  /** Modules to a side, without the quiet zone of four that must stand around it. */
  size: number
  /** As SVG writes paths, one unit to a module; PDF readers of paths take it, too. */
  path: string
}

/** A text as a QR code that can be read though a sixth of it is worn away (level M, ISO/IEC 18004). */
export function qrPathOf(text: string): QrPath {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!code.isDark(row, column)) continue
      const from = column
      while (column < size && code.isDark(row, column)) column++
      path += `M${from} ${row}h${column - from}v1h-${column - from}z`
    }
  }
  return { size, path }
}
