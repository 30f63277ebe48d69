import { sum } from '../../../../shared/numbers/sum.ts'
import type { BlockOf } from '../blocks.ts'
import { type Reader, textFor, urlFor } from '../reader.ts'
import { look } from '../style.ts'

type Table = BlockOf<'table'>
type Column = Table['columns'][number]
type Cell = Table['rows'][number][number]
type Props = { block: Table; reader: Reader }

/** From this many columns on, each row becomes a card on a phone. */
const WIDE = 4

export const DataTable = ({ block: { caption, columns, rows }, reader }: Props) => (
  <table
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border={0}
    class={columns.length >= WIDE ? 'm-wide' : undefined}
    style="margin: 0 0 22px; border-collapse: collapse"
  >
    {caption ? (
      <caption {...look('heading', ['ink'], 'text-align: left; padding: 0 0 6px')}>{caption}</caption>
    ) : null}
    <thead>
      <tr>
        {columns.map((column, index) => (
          <th scope="col" align={side(column)} {...look('small', ['soft', 'line'], headStyle(index, column))}>
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr>
          {columns.map((column, index) => (
            <DataCell column={column} cell={row[index]} isFirst={index === 0} reader={reader} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** In columns if they fit into a line, else one line for each cell. Links follow in full. */
export function tableText({ caption, columns, rows }: Table, reader: Reader): string {
  const cells = rows.map((row) => columns.map((_, index) => textFor(reader, row[index]?.text ?? '')))
  const links = rows.map((row) => row.flatMap(({ path }) => (path === undefined ? [] : urlFor(reader, path))))
  const aligned = links.flat().length === 0 ? alignedLines(columns, cells) : null
  const lines = aligned ?? cells.map((row, index) => listedRow(columns, row, links[index] ?? []))
  return [...(caption ? [caption] : []), lines.join(aligned ? '\n' : '\n\n')].join('\n\n')
}

const LINE_LENGTH = 76

function alignedLines(columns: readonly Column[], cells: readonly string[][]): string[] | null {
  const all = [columns.map(({ label }) => label), ...cells]
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)))
  if (sum(widths.map((width) => width + 2)) > LINE_LENGTH) return null
  return all.map((row) =>
    row
      .map((cell, index) => {
        const width = widths[index] ?? 0
        return columns[index]?.align === 'end' ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}

function listedRow(columns: readonly Column[], row: readonly string[], links: readonly string[]): string {
  const lines = columns.flatMap(({ label }, index) => (row[index] ? `${label}: ${row[index]}` : []))
  return [...lines, ...links].join('\n')
}

const DataCell = ({
  column,
  cell,
  isFirst,
  reader,
}: {
  column: Column
  cell: Cell | undefined
  isFirst: boolean
  reader: Reader
}) => {
  const text = textFor(reader, cell?.text ?? '')
  const nowrap = column.align === 'end' ? '; white-space: nowrap' : ''
  return (
    <td
      align={side(column)}
      valign="top"
      dir="auto"
      {...look('text', ['ink', 'line'], `${cellStyle(isFirst, column)}; font-size: 15px${nowrap}`)}
    >
      {isFirst ? null : <span {...label}>{column.label}: </span>}
      {cell?.path === undefined ? (
        text
      ) : (
        <a href={urlFor(reader, cell.path)} {...look('plain', ['link'], 'font-weight: 600')}>
          {text}
        </a>
      )}
    </td>
  )
}

// Only shown on phones.
const hidden = look('small', ['soft'], 'display: none; mso-hide: all')
const label = { ...hidden, class: `${hidden.class} m-label` }

function side({ align }: Column): 'left' | 'right' {
  return align === 'end' ? 'right' : 'left'
}

function headStyle(index: number, column: Column): string {
  return `${cellStyle(index === 0, column)}; font-weight: 600`
}

function cellStyle(isFirst: boolean, column: Column): string {
  const border = 'border-bottom-width: 1px; border-bottom-style: solid'
  return `${border}; text-align: ${side(column)}; padding: 9px 0 9px ${isFirst ? 0 : 12}px`
}
