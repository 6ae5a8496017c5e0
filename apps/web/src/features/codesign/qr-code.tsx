import QRCode from 'qrcode'
import { useMemo } from 'react'

/** A square code for cameras, black on white at any size. The address stands beside it in letters, too. */
export function QrCode({ address, label }: { address: string; label: string }) {
  const { size, path } = useMemo(() => drawn(address), [address])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      className="hcw-qr"
      shapeRendering="crispEdges"
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

/** One path of unit squares; quality M bears a crease and some rain. */
function drawn(address: string): { size: number; path: string } {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' })
  const cells: string[] = []
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) cells.push(`M${x} ${y}h1v1h-1z`)
  return { size: modules.size, path: cells.join('') }
}
