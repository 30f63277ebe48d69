import type { BlockOf } from '../blocks.ts'
import { accentColor, look } from '../style.ts'

type Bars = BlockOf<'bars'>

/** A bar chart of table cells, because mail programs show neither SVG nor remote images. */
export const BarChart = ({ block: { caption, items } }: { block: Bars }) => {
  const max = Math.max(...items.map(({ value }) => value), 0)
  return (
    <table width="100%" cellpadding="0" cellspacing="0" border={0} style="margin: 0 0 22px">
      <caption {...look('heading', ['ink'], 'text-align: left; padding: 0 0 8px')}>{caption}</caption>
      {items.map(({ label, value, text }) => (
        <tr>
          <td width="30%" dir="auto" {...look('small', ['ink'], 'padding: 4px 12px 4px 0; text-align: left')}>
            {label}
          </td>
          <td width="55%" style="padding: 4px 0">
            <Bar percent={max === 0 ? 0 : Math.round((value / max) * 100)} />
          </td>
          <td align="right" {...look('small', ['ink'], 'padding: 4px 0 4px 12px; white-space: nowrap')}>
            {text}
          </td>
        </tr>
      ))}
    </table>
  )
}

export function barsText({ caption, items }: Bars): string {
  return [caption, ...items.map(({ label, text }) => `${label}: ${text}`)].join('\n')
}

const Bar = ({ percent }: { percent: number }) => (
  <table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border={0}
    {...look('plain', ['sunk'])}
  >
    <tr>
      {percent > 0 ? (
        <td
          width={`${percent}%`}
          height={14}
          bgcolor={accentColor}
          {...look('plain', ['accent'], 'font-size: 0; line-height: 14px')}
        >
          &nbsp;
        </td>
      ) : null}
      {percent < 100 ? (
        <td height={14} style="font-size: 0; line-height: 14px">
          &nbsp;
        </td>
      ) : null}
    </tr>
  </table>
)
