import type { BlockOf } from '../blocks.ts'
import { look } from '../style.ts'

type Figures = BlockOf<'figures'>

/** A few large numbers next to each other. */
export const FigureRow = ({ block: { items } }: { block: Figures }) => (
  <table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border={0}
    class="m-stack"
    style="margin: 0 0 14px; table-layout: fixed"
  >
    {inRows(items).map((row) => (
      <tr>
        {row.map(({ label, value, change }) => (
          <td width={`${Math.floor(100 / row.length)}%`} valign="top" style="padding: 0 10px 12px 0">
            <div {...look('small', ['soft'])}>{label}</div>
            <div {...look('figure', ['ink'])}>{value}</div>
            {change ? <div {...look('small', ['soft'])}>{change}</div> : null}
          </td>
        ))}
      </tr>
    ))}
  </table>
)

export function figuresText({ items }: Figures): string {
  return items
    .map(({ label, value, change }) => `${label}: ${value}${change ? ` (${change})` : ''}`)
    .join('\n')
}

// Four look better as two and two. On a phone each is on a line of its own, see `m-stack`.
function inRows(items: Figures['items']): Figures['items'][] {
  const size = items.length === 4 ? 2 : 3
  return Array.from({ length: Math.ceil(items.length / size) }, (_, row) =>
    items.slice(row * size, (row + 1) * size),
  )
}
