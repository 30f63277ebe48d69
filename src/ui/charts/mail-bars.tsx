type Props = {
  /** What the bars show, for screen readers: "Accepted offers by campaign". */
  caption: string
  rows: readonly MailBar[]
  /** Of the bars, as a hexadecimal color: some mail programs know no others. */
  color?: string | undefined
}

export interface MailBar {
  readonly label: string
  /** Not negative. The longest bar is the largest of these. */
  readonly value: number
  /** The value as text: "$1,200". */
  readonly text: string
}

/**
 * Bars for e-mail, made of table cells, because mail programs show no SVG. Inline styles and old attributes are what
 * all of them understand. Not for pages, whose policy forbids inline styles.
 */
export const MailBars = ({ caption, rows, color = '#0d5c4d' }: Props) => {
  const max = Math.max(...rows.map(({ value }) => value), 0)
  return (
    <table width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse" aria-label={caption}>
      {rows.map((row) => (
        <tr>
          <th scope="row" align="left" width="34%" style={`${cell};font-weight:normal`}>
            {row.label}
          </th>
          <td width="46%" style={cell} aria-hidden="true">
            <Bar percent={max > 0 ? Math.round((row.value / max) * 100) : 0} color={color} />
          </td>
          <td align="right" width="20%" style={`${cell};padding-right:0;white-space:nowrap`}>
            {row.text}
          </td>
        </tr>
      ))}
    </table>
  )
}

const cell = 'padding:4px 8px 4px 0;vertical-align:middle'

// A cell without content has no height in Outlook, hence the space.
const Bar = ({ percent, color }: { percent: number; color: string }) => (
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
    <tr>
      {percent > 0 ? (
        <td width={`${percent}%`} bgcolor={color} height="12" style={`${bar};background-color:${color}`}>
          &nbsp;
        </td>
      ) : null}
      {percent < 100 ? (
        <td width={`${100 - percent}%`} height="12" style={bar}>
          &nbsp;
        </td>
      ) : null}
    </tr>
  </table>
)

const bar = 'height:12px;line-height:12px;font-size:1px'
