import { type FormState, formWith } from '../../../platform/forms/form.ts'
import { type ListSearch, toQueryString } from '../../../platform/list/search.ts'
import { stateParams } from '../../../platform/list/state.ts'
import { ConfirmDialog } from '../../forms/confirm-dialog.tsx'
import { Hidden } from '../../forms/field.tsx'
import { ButtonLink, Form, SubmitButton } from '../../forms/form.tsx'
import type { RowAction } from '../list.ts'
import type { ShownList } from '../shown-list.ts'

type Props<Row, Search extends ListSearch> = { shown: ShownList<Row, Search>; row: Row }

/** The buttons of a row. Their URLs carry the state of the list, to come back to it. */
export const RowActions = <Row, Search extends ListSearch>({ shown, row }: Props<Row, Search>) => {
  const { list, state, refused } = shown
  const query = toQueryString(stateParams(list.search, state))
  const possible = list.rowActions?.filter(({ isPossible = () => true }) => isPossible(row)) ?? []
  const formOf = ({ key }: RowAction<Row>) =>
    refused?.id === list.rowId(row) && refused.action === key ? refused.form : undefined
  return possible.length === 0 ? null : (
    <div class="row-actions">
      {possible.map((action) =>
        'opens' in action ? (
          <ButtonLink href={action.opens(row)} tone="quiet" small>
            {action.label}
            <span class="visually-hidden"> {list.rowLabel(row)}</span>
          </ButtonLink>
        ) : (
          <Action
            action={action}
            row={row}
            label={list.rowLabel(row)}
            href={query ? `${action.href(row)}?${query}` : action.href(row)}
            form={formOf(action)}
          />
        ),
      )}
    </div>
  )
}

type ActionProps<Row> = {
  action: RowAction<Row>
  row: Row
  /** What the row is called. */
  label: string
  href: string
  /** What was typed, with errors. */
  form: FormState | undefined
}

const Action = <Row,>({ action, row, label, href, form }: ActionProps<Row>) => {
  const hidden = Object.entries(action.hidden?.(row) ?? {}).map(([name, value]) => (
    <Hidden name={name} value={value} />
  ))
  const { confirm } = action
  if (!confirm) {
    return (
      <Form action={href} inPlace>
        {hidden}
        <SubmitButton tone="outline" small>
          {action.label}
          <span class="visually-hidden"> {label}</span>
        </SubmitButton>
      </Form>
    )
  }
  return (
    <ConfirmDialog
      label={action.label}
      labelOf={label}
      small
      question={confirm.question(row)}
      explain={confirm.explain}
      action={href}
      inPlace
      confirm={confirm.button}
      tone={confirm.tone}
      open={form !== undefined}
    >
      {hidden}
      {confirm.fields?.(form ?? formWith(), row)}
    </ConfirmDialog>
  )
}
