import { type Column, Table } from '../data/table.tsx'
import type { ChartData } from './chart-data.ts'
import { type ChartKind, draw, nothingIn } from './draw.ts'
import { Svg } from './svg.tsx'

/** The chart is drawn for a phone and for a larger screen, and the style sheet shows the one that fits. */
const NARROW = 280
const WIDE = 560

type Props = {
  /** Unique in the page. */
  id: string
  kind: ChartKind
  data: ChartData
  /** Leaves the title out where a heading above says the same. */
  hideTitle?: boolean | undefined
  /** Shows the table only when it is opened. */
  foldTable?: boolean | undefined
}

/** A chart, and below it the table of the same figures. */
export const Chart = ({ id, kind, data, hideTitle, foldTable }: Props) => (
  <figure class="chart">
    <figcaption class={hideTitle ? 'visually-hidden' : 'chart-title'}>{data.title}</figcaption>
    {nothingIn(data) ? (
      <p class="secondary">{nothingIn(data)}</p>
    ) : (
      <>
        <Svg id={`${id}-wide`} class="chart-wide" drawing={draw(kind, data, WIDE)} />
        <Svg id={`${id}-narrow`} class="chart-narrow" drawing={draw(kind, data, NARROW)} />
        {foldTable ? (
          <details>
            <summary>Show as a table</summary>
            <ChartTable data={data} />
          </details>
        ) : (
          <ChartTable data={data} />
        )}
      </>
    )}
  </figure>
)

const ChartTable = ({ data }: { data: ChartData }) => {
  const { title, categoryName, categories, series, format } = data
  const columns: Column<number>[] = [
    { header: categoryName, cell: (category) => categories[category], small: 'title' },
    ...series.map(
      ({ name, values }): Column<number> => ({
        header: name,
        align: 'end',
        small: series.length > 1 ? 'detail' : 'value',
        cell: (category) => exactOrMissing(format.exact, values[category] ?? null),
      }),
    ),
  ]
  return <Table caption={title} columns={columns} rows={categories.map((_, index) => index)} />
}

function exactOrMissing(exact: (value: number) => string, value: number | null) {
  return value === null ? <span class="secondary">No figure</span> : exact(value)
}
