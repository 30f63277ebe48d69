import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import { routes } from '../../../routes.ts'
import type { UserId } from '../../../shared/ids.ts'
import { Hidden, TextField } from '../../../ui/forms/field.tsx'
import { Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { MAX_SHORTLISTS } from './shortlist.ts'

type Props = {
  form: FormState
  /** How many lists there are. */
  count: number
  /** Who stands on the new list from the start. */
  chosen?: readonly { readonly id: UserId }[] | undefined
}

/** A new list by its name, together with who was chosen for it. */
export const NewShortlist = ({ form, count, chosen = [] }: Props) =>
  count < MAX_SHORTLISTS ? (
    <Card>
      <Form action={routes.shortlists.index.href()}>
        {chosen.map(({ id }) => (
          <Hidden name="influencerId" value={id} />
        ))}
        <TextField
          {...fieldProps(form, 'name')}
          label="Name of the list"
          hint="Like “Autumn hikers”. Only you see it."
          autocomplete="off"
          required
        />
        <SubmitButton tone="outline">
          {chosen.length > 0 ? 'Make this list and add' : 'Make this list'}
        </SubmitButton>
      </Form>
    </Card>
  ) : (
    <p>{MAX_SHORTLISTS} lists are the most. Delete one to make another.</p>
  )
