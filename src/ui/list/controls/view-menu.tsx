import type { ListSearch } from '../../../platform/list/search.ts'
import { type Density, densities } from '../../../platform/list/view-settings.ts'
import { routes } from '../../../routes.ts'
import { Checkboxes, Radios } from '../../forms/choice.tsx'
import { Hidden } from '../../forms/field.tsx'
import { Form, SubmitButton } from '../../forms/form.tsx'
import { optionsOf } from '../../forms/options.ts'
import { keptHtml } from '../../page/kept-html.ts'
import type { List } from '../list.ts'
import { hrefOf, isFixed, type ShownList, shownColumns } from '../shown-list.ts'

/** Which columns to show and how close the rows are. A cookie remembers it. */
export const ViewMenu = <Row, Search extends ListSearch>({ shown }: { shown: ShownList<Row, Search> }) => {
  const { list, view } = shown
  const { density } = view
  const columns = shownColumns(list, view).map(({ key }) => key)
  return (
    <details class="menu list-menu">
      <summary class="btn btn-quiet btn-sm">View</summary>
      <div class="menu-panel list-view">
        <Form action={routes.listViews.href({ list: list.name })} region={list.name} once={false}>
          <Hidden name="back" value={hrefOf(shown, { view: { columns: null, density: null } })} />
          {keptFields(list, `${density} ${columns.join(' ')}`, () => (
            <ViewFields list={list} columns={columns} density={density} />
          ))}
        </Form>
      </div>
    </details>
  )
}

const keptFields = keptHtml()

type FieldsProps<Row, Search extends ListSearch> = {
  list: List<Row, Search>
  columns: readonly string[]
  density: Density
}

const ViewFields = <Row, Search extends ListSearch>({ list, columns, density }: FieldsProps<Row, Search>) => (
  <>
    <Checkboxes
      name="columns"
      id={`${list.name}-columns`}
      legend="Columns"
      values={columns}
      options={list.columns
        .filter((column) => !isFixed(column))
        .map(({ key, header }) => ({ value: key, label: header }))}
    />
    <Radios
      name="density"
      id={`${list.name}-density`}
      legend="Rows"
      value={density}
      options={densityOptions}
    />
    <SubmitButton tone="outline" small>
      Apply
    </SubmitButton>
  </>
)

const densityOptions = optionsOf(densities)
