import type { Cell, Table } from '../document.ts'
import type { Part } from '../page/part.ts'
import type { Structure } from '../page/pdfkit-types.ts'
import type { Sheet } from '../page/sheet.ts'
import type { TextTools } from '../text/measured-runs.ts'
import { colors } from '../theme.ts'
import { cellBox, columnPlaces, type Row, rowOf } from './table-row.ts'

/** The header, each row and the totals are parts. No part is split. */
export function tableParts(table: Table, width: number, tools: TextTools): Part[] {
  const places = columnPlaces(table.columns, width)
  const structure = tableStructure(table)
  const row = (cells: readonly Cell[], kind: Row['kind']) =>
    rowOf(
      table.columns.map(({ align }, column) =>
        cellBox(cells[column] ?? '', kind, align, places[column], tools),
      ),
      places,
      kind,
    )
  const header = row(
    table.columns.map((column) => column.header),
    'header',
  )
  const rows = table.rows.map((cells) => row(cells, 'row'))
  const totals = table.totals && row(table.totals, 'totals')

  const headerRule = (sheet: Sheet, x: number, y: number) =>
    sheet.artifact(() => sheet.rule(x, y + header.height, width, colors['line-strong'], 0.75))
  const repeated = {
    height: header.height,
    draw(sheet: Sheet, x: number, y: number) {
      sheet.artifact(() => header.drawPlain(sheet, x, y), 'Pagination')
      headerRule(sheet, x, y)
    },
  }
  const parts: Part[] = [
    {
      spaceBefore: 12,
      height: header.height,
      keepWithNext: rows.length > 0,
      draw(sheet, x, y) {
        header.draw(sheet, x, y, structure.section('THead', sheet))
        headerRule(sheet, x, y)
      },
    },
  ]
  rows.forEach((one, index) => {
    const isLast = index === rows.length - 1
    parts.push({
      spaceBefore: 0,
      height: one.height,
      header: repeated,
      // The totals are not alone on a page.
      keepWithNext: isLast && totals !== undefined,
      draw(sheet, x, y) {
        one.draw(sheet, x, y, structure.section('TBody', sheet))
        if (!isLast || totals === undefined) sheet.artifact(() => sheet.rule(x, y + one.height, width))
      },
    })
  })
  if (totals !== undefined) {
    parts.push({
      spaceBefore: 0,
      height: totals.height,
      header: repeated,
      draw(sheet, x, y) {
        sheet.artifact(() => sheet.rule(x, y, width, colors.ink, 1))
        totals.draw(sheet, x, y, structure.section('TFoot', sheet))
      },
    })
  }
  return parts
}

type SectionTag = 'THead' | 'TBody' | 'TFoot'

// The elements of a table exist from its first part on, and take the rows of later pages too.
function tableStructure({ summary }: Table): { section(tag: SectionTag, sheet: Sheet): Structure } {
  let table: Structure | null = null
  const sections = new Map<SectionTag, Structure>()
  return {
    section(tag, sheet) {
      table ??= sheet.element('Table', sheet.root, { title: summary, alt: summary })
      const section = sections.get(tag) ?? sheet.element(tag, table)
      sections.set(tag, section)
      return section
    },
  }
}
