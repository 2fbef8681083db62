interface QrCodeProps {
  /** What exchange/exports/qr-path.ts made of the text. */
  qr: { size: number; path: string }
  /** What the code leads to, in words. */
  label: string
  className: string
}

/** Modules of white that a reader needs around the code (ISO/IEC 18004). */
const quietZone = 4

/** A QR code as a drawing; its colours are the class's. */
export function QrCode({ qr, label, className }: QrCodeProps) {
  const side = qr.size + 2 * quietZone
  return (
    <svg className={className} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} />
      <path d={qr.path} transform={`translate(${quietZone} ${quietZone})`} />
    </svg>
  )
}
