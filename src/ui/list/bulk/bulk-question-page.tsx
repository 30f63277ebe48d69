import type { FormState } from '../../../platform/forms/form.ts'
import type { ListSearch } from '../../../platform/list/search.ts'
import { EmptyState } from '../../feedback/empty-state.tsx'
import { Hidden } from '../../forms/field.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../forms/form.tsx'
import { Breadcrumbs } from '../../layout/breadcrumbs.tsx'
import { Card } from '../../page/card.tsx'
import { PageHeader } from '../../page/page-header.tsx'
import { Narrow } from '../../page/split.tsx'
import { countedRows } from '../controls/list-toolbar.tsx'
import type { BulkAction, List } from '../list.ts'

/** An action on many rows, before it is done. */
export interface AskedBulk<Row, Search extends ListSearch> {
  readonly action: BulkAction
  /** How many rows it is about. `MAX_COUNTED + 1` means more than `MAX_COUNTED`. */
  readonly count: number
  /** Whether it is about all rows that match `search`, or about `rows`. */
  readonly isAll: boolean
  readonly search: Search
  readonly rows: readonly Row[]
}

type Props<Row, Search extends ListSearch> = {
  list: List<Row, Search>
  asked: AskedBulk<Row, Search>
  form: FormState
}

/** Up to this many rows are named. */
const MAX_NAMED = 20

export const BulkQuestionPage = <Row, Search extends ListSearch>({
  list,
  asked,
  form,
}: Props<Row, Search>) => {
  const { action, count, isAll, search } = asked
  const back = list.route.href(list.search.toParams(search))
  return (
    <Narrow>
      <Breadcrumbs trail={[{ label: list.title, href: back }]} here={action.label} />
      <PageHeader title={action.question(countedRows(list, count))} subtitle={action.explain} />
      <FormErrors errors={form.errors} />
      <Card>
        <Form action={list.bulk?.route.href({}) ?? ''}>
          {isAll ? <AllMatching list={list} asked={asked} /> : <Selected list={list} asked={asked} />}
          <Hidden name="kind" value={action.kind} />
          {action.fields?.(form)}
          <Actions>
            <SubmitButton tone={action.tone ?? 'danger'}>{action.label}</SubmitButton>
            <ButtonLink tone="quiet" href={back}>
              Cancel
            </ButtonLink>
          </Actions>
        </Form>
      </Card>
    </Narrow>
  )
}

type AskedProps<Row, Search extends ListSearch> = Omit<Props<Row, Search>, 'form'>

const Selected = <Row, Search extends ListSearch>({ list, asked: { rows } }: AskedProps<Row, Search>) => (
  <>
    <ul class="bulk-rows">
      {rows.slice(0, MAX_NAMED).map((row) => (
        <li>{list.rowLabel(row)}</li>
      ))}
      {rows.length > MAX_NAMED ? <li>and {rows.length - MAX_NAMED} more</li> : null}
    </ul>
    {rows.map((row) => (
      <Hidden name="selected" value={list.rowId(row)} />
    ))}
  </>
)

const AllMatching = <Row, Search extends ListSearch>({ list, asked }: AskedProps<Row, Search>) => (
  <>
    <p>
      {filterTexts(list, asked.search).join(', ') || `All ${list.noun[1]}, without any filter`}.{' '}
      <a href={list.route.href(list.search.toParams(asked.search))}>See them</a>
    </p>
    <Hidden name="all" value="yes" />
    <Hidden name="matching" value={list.search.toText(asked.search)} />
    <Hidden name="count" value={asked.count} />
  </>
)

/** "“mara”", "Sponsor". */
function filterTexts<Row, Search extends ListSearch>(
  { search: definition }: List<Row, Search>,
  search: Search,
) {
  const { sort: _, ...set } = definition.toParams({ ...search, sort: definition.defaultSort })
  return Object.entries(set).map(([key, value]) =>
    key === 'query' ? `“${value}”` : (definition.filters[key]?.say(value) ?? ''),
  )
}

/** Nothing was selected, or it is gone. */
export const NothingSelectedPage = <Row, Search extends ListSearch>({
  list,
}: {
  list: List<Row, Search>
}) => (
  <>
    <PageHeader title={list.title} />
    <EmptyState
      title="Nothing is selected"
      action={{ label: `Back to the list of ${list.noun[1]}`, href: list.route.href({}) }}
    >
      Select the {list.noun[1]} first, or choose all that match. Those that you selected may be gone in the
      meantime.
    </EmptyState>
  </>
)
