import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { Hidden, TextField } from '../../../ui/forms/field.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { MAX_SHORTLISTS } from './shortlist.ts'

type Props = {
  form: FormState
  /** How many shortlists there are already. */
  count: number
  /** The first members. */
  selected?: readonly { readonly id: UserId }[] | undefined
}

export const NewShortlist = ({ form, count, selected = [] }: Props) =>
  count < MAX_SHORTLISTS ? (
    <Card>
      <Form action={routes.shortlists.index.href()}>
        {selected.map(({ id }) => (
          <Hidden name="influencerId" value={id} />
        ))}
        <TextField
          {...fieldProps(form, 'name')}
          label="Shortlist name"
          hint="For example, “Autumn hikers”. Only you can see it."
          required
        />
        <SubmitButton tone="outline">
          {selected.length > 0 ? 'Create shortlist and add' : 'Create shortlist'}
        </SubmitButton>
      </Form>
    </Card>
  ) : (
    <p>You have {MAX_SHORTLISTS} shortlists, which is the maximum. Delete one to create another.</p>
  )
