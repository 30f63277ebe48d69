import qrcode from 'qrcode-generator'

/** White space around a QR code, in modules. Scanners need four. */
const MARGIN = 4

type Props = { text: string; label: string }

/** A QR code. It is dark on white in the dark theme too, because many scanners read nothing else. */
export const QrCode = ({ text, label }: Props) => {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const whole = size + 2 * MARGIN
  return (
    <svg
      class="qr-code"
      viewBox={`0 0 ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={whole} height={whole} fill="#fff" />
      <path d={pathOf(size, (row, column) => code.isDark(row, column))} fill="#000" />
    </svg>
  )
}

/** One rectangle for each run of dark modules in a row. */
function pathOf(size: number, isDark: (row: number, column: number) => boolean): string {
  const runs: string[] = []
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue
      const start = column
      while (column + 1 < size && isDark(row, column + 1)) column++
      runs.push(`M${start + MARGIN} ${row + MARGIN}h${column + 1 - start}v1h${start - column - 1}z`)
    }
  }
  return runs.join('')
}
