import type { BlockOf } from '../blocks.ts'
import { Lines } from '../lines.tsx'
import { type Reader, textFor } from '../reader.ts'
import { look } from '../style.ts'

type Facts = BlockOf<'facts'>
type Props = { block: Facts; reader: Reader }

/** Labels and values. A value that has changed stands next to the old one, which is struck out. */
export const FactTable = ({ block: { rows }, reader }: Props) => (
  <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0} style="margin: 0 0 20px">
    {rows.map(({ label, value, was }, index) => (
      <tr>
        <td
          width="34%"
          valign="top"
          {...look('small', ['soft', 'line'], `${line(index)}; padding: 9px 14px 9px 0`)}
        >
          {label}
        </td>
        <td
          valign="top"
          dir="auto"
          {...look('text', ['ink', 'line'], `${line(index)}; padding: 8px 0; text-align: left`)}
        >
          <Value was={was} text={textFor(reader, value)} />
        </td>
      </tr>
    ))}
  </table>
)

export function factsText({ rows }: Facts, reader: Reader): string {
  return rows
    .map(({ label, value, was }) => {
      const lines = (textFor(reader, value) || 'none').split('\n')
      const before = was === undefined ? [] : `(was: ${was.replaceAll('\n', '; ') || 'none'})`
      return lines.length === 1
        ? `${label}: ${[...lines, before].flat().join(' ')}`
        : [`${label}:`, ...[...lines, before].flat().map((one) => `  ${one}`)].join('\n')
    })
    .join('\n')
}

const Value = ({ text, was }: { text: string; was: string | undefined }) =>
  was === undefined ? (
    <Lines text={text} />
  ) : (
    <>
      <del {...look('plain', ['soft'])}>
        <Lines text={was || 'none'} />
      </del>
      {isLong(text, was) ? <br /> : ' '}
      <ins {...look('plain', ['mark', 'ink'], 'text-decoration: none; font-weight: 600; padding: 0 3px')}>
        <Lines text={text || 'none'} />
      </ins>
    </>
  )

/** Whether the new value needs a line of its own. */
function isLong(text: string, was: string): boolean {
  return text.length + was.length > 30 || text.includes('\n') || was.includes('\n')
}

function line(index: number): string {
  return index === 0 ? 'border-top: 0' : 'border-top-width: 1px; border-top-style: solid'
}
