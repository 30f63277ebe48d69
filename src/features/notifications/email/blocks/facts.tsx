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
  return rows.map(({ label, value, was }) => factText(label, textFor(reader, value), was)).join('\n')
}

function factText(label: string, value: string, was: string | undefined): string {
  const { removed, lines } = changesOf(value, was)
  const before = removed.length > 0 ? [`(was: ${removed.join('; ')})`] : []
  if (lines.length === 1) return `${label}: ${[value || NOTHING, ...before].join(' ')}`

  const now = lines.map(({ text, isNew }) => (isNew ? `${text} (new)` : text))
  return [`${label}:`, ...[...now, ...before].map((line) => `  ${line}`)].join('\n')
}

const Value = ({ text, was }: { text: string; was: string | undefined }) => {
  const { removed, lines } = changesOf(text, was)
  return (
    <>
      {removed.length > 0 ? (
        <>
          <del {...look('plain', ['soft'])}>
            <Lines text={removed.join('\n')} />
          </del>
          {fitsOneLine(removed, lines) ? ' ' : <br />}
        </>
      ) : null}
      {lines.map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line.isNew ? <ins {...newLook}>{line.text}</ins> : line.text}
        </>
      ))}
    </>
  )
}

const newLook = look('plain', ['mark', 'ink'], 'text-decoration: none; font-weight: 600; padding: 0 3px')

interface Line {
  readonly text: string
  readonly isNew: boolean
}

const NOTHING = 'none'

/** Line by line, what is gone and what is new. Without an old value nothing is. */
function changesOf(
  value: string,
  was: string | undefined,
): { removed: readonly string[]; lines: readonly Line[] } {
  const now = (value || (was === undefined ? '' : NOTHING)).split('\n')
  if (was === undefined) return { removed: [], lines: now.map((text) => ({ text, isNew: false })) }
  const before = (was || NOTHING).split('\n')
  return {
    removed: before.filter((text) => !now.includes(text)),
    lines: now.map((text) => ({ text, isNew: !before.includes(text) })),
  }
}

function fitsOneLine(removed: readonly string[], lines: readonly Line[]): boolean {
  const [before = '', ...more] = removed
  const [now, ...others] = lines
  return more.length + others.length === 0 && before.length + (now?.text.length ?? 0) <= 30
}

function line(index: number): string {
  return index === 0 ? 'border-top: 0' : 'border-top-width: 1px; border-top-style: solid'
}
