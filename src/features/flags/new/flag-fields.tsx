import { type FormState, fieldProps, fieldValue } from '../../../platform/forms/form.ts'
import { Select } from '../../../ui/forms/choice.tsx'
import { TextArea } from '../../../ui/forms/field.tsx'
import { optionsOf } from '../../../ui/forms/options.ts'
import { SingleReason } from '../../reason-templates/reason-fields.tsx'
import type { ReasonChoice } from '../../reason-templates/reason-template.ts'
import { MAX_NOTE } from '../flag.ts'
import { flagReasons } from '../reasons.ts'

type Props = {
  form: FormState
  /** Who reads the note: "the owners". */
  owner: string
  choices: readonly ReasonChoice[]
}

/** What an admin says about a new flag: the fields of `flagFields`. */
export const FlagFields = ({ form, owner, choices }: Props) => (
  <>
    <Select
      name="flagReason"
      label="Reason"
      placeholder="Choose a reason"
      value={fieldValue(form, 'flagReason')}
      error={form.errors.flagReason}
      options={reasons}
      required
    />
    <SingleReason
      form={form}
      choices={choices}
      label={`Note to ${owner}`}
      hint="What is wrong, and what they could change."
      required={false}
    />
    <TextArea
      {...fieldProps(form, 'internalNote')}
      label="Note for admins"
      hint="Only admins can read it."
      counter={MAX_NOTE}
      rows={3}
    />
  </>
)

const reasons = optionsOf(flagReasons)
