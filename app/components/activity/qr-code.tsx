/** Modules of white that a reader needs around a code. */
const quietZone = 4

/** A QR code that is read from a screen, also in the dark theme. */
export function QrCode({ qr, label }: { qr: { size: number; path: string }; label: string }) {
  const side = qr.size + 2 * quietZone
  return (
    <svg
      className="sign-up-qr"
      viewBox={`0 0 ${side} ${side}`}
      width={200}
      height={200}
      role="img"
      aria-label={label}
    >
      <rect width={side} height={side} />
      <path d={qr.path} transform={`translate(${quietZone} ${quietZone})`} />
    </svg>
  )
}
