import type { Child } from 'hono/jsx'
import type { FormState } from '../../../platform/forms/form.ts'
import type { BulkScope } from '../../../platform/list/bulk-request.ts'
import { routes } from '../../../routes.ts'
import { formatCount } from '../../../shared/format.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { Actions, ButtonLink, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Region } from '../../../ui/page/region.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { SingleReason } from '../../reason-templates/reason-fields.tsx'
import type { ReasonChoice } from '../../reason-templates/reason-template.ts'
import { changeOfCount } from '../bulk-action.ts'
import type { BulkKind } from '../bulk-kind.ts'
import { askedCount, type OwnFields } from '../forms.ts'
import { thingsText } from '../wording.ts'

type Props = {
  kindName: string
  kind: BulkKind
  scope: BulkScope
  own: OwnFields
  form: FormState
  /** How many rows match now, and the names of the first ones. */
  count: number
  names: readonly string[]
  choices: readonly ReasonChoice[]
}

export const QuestionPage = (props: Props) => (
  <Narrow>
    <PageHeader title={`${props.kind.verb} ${thingsText(props.kind, props.count)}?`} />
    <Question {...props} />
  </Narrow>
)

export const QUESTION_REGION = 'bulk-question'

/** The question with its form. In a dialog it has a heading of its own. */
export const Question = (props: Props & { heading?: Child }) => (
  <Region id={QUESTION_REGION} label="Question">
    {props.heading}
    <ChangedCount {...props} />
    <Card>
      <FormErrors errors={props.form.errors} />
      {props.names.length > 0 ? (
        <p>
          <Names names={props.names} count={props.count} />
        </p>
      ) : null}
      <p class="secondary">{props.kind.explain}</p>
      {props.count > 0 ? <QuestionForm {...props} /> : <Nothing {...props} />}
    </Card>
  </Region>
)

const QuestionForm = ({ kindName, kind, scope, own, form, choices, count }: Props) => (
  <Form action={routes.admin.bulkActions.index.href()}>
    <Hidden name="kind" value={kindName} />
    <Hidden name="seenAt" value={own.seenAt} />
    {'ids' in scope ? (
      scope.ids.map((id) => <Hidden name="selected" value={id} />)
    ) : (
      <>
        <Hidden name="all" value="yes" />
        <Hidden name="matching" value={scope.allMatching} />
        <Hidden name="count" value={count} />
      </>
    )}
    <Fields kind={kind} form={form} choices={choices} />
    <Actions>
      <SubmitButton tone={kind.tone}>
        {kind.verb} {thingsText(kind, count)}
      </SubmitButton>
      <ButtonLink href={backHref(kind, scope)} tone="quiet">
        Cancel
      </ButtonLink>
    </Actions>
  </Form>
)

const Fields = ({ kind, ...props }: Pick<Props, 'kind' | 'form' | 'choices'>) => {
  if (kind.Fields) return <kind.Fields {...props} />
  return kind.reasons ? <SingleReason {...props} /> : null
}

const Nothing = ({ kind, scope }: Props) => (
  <Actions>
    <ButtonLink href={backHref(kind, scope)}>Back to the list</ButtonLink>
  </Actions>
)

const ChangedCount = ({ kind, scope, count }: Props) => {
  const asked = askedCount(scope)
  if (count === 0) return <p>None of them is there any more. Somebody else may have been faster.</p>
  if ('ids' in scope || changeOfCount(asked, count) === null) return null
  return (
    <StatusBar
      sentence={`The list has changed since you opened it: it had ${thingsText(kind, asked)}, and now it has ${formatCount(count)}.`}
    />
  )
}

const Names = ({ names, count }: { names: readonly string[]; count: number }) => (
  <>
    {names.join(', ')}
    {count > names.length ? ` and ${formatCount(count - names.length)} more` : ''}
  </>
)

/** The list where the admin came from. */
export function backHref({ listHref }: Pick<BulkKind, 'listHref'>, scope: BulkScope): string {
  const query = 'ids' in scope ? '' : scope.allMatching
  return query === '' ? listHref : `${listHref}?${query}`
}
