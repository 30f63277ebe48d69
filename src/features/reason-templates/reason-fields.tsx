import { type FormState, fieldProps, fieldValue } from '../../platform/forms/form.ts'
import { routes } from '../../routes.ts'
import { TextArea } from '../../ui/forms/field.tsx'
import { REASON_LENGTH, type ReasonChoice } from './reason-template.ts'

type Props = {
  form: FormState
  /** The templates' titles. Their texts are in `ReasonTexts`, once on the page. */
  choices: readonly Pick<ReasonChoice, 'id' | 'title'>[]
  /** Tells apart the fields of several forms on a page. */
  id?: string | undefined
  label?: string | undefined
  required?: boolean | undefined
}

/** The texts of templates, for the script that fills them in. Once on a page. */
export const ReasonTexts = ({ choices }: { choices: readonly ReasonChoice[] }) => (
  <div id="reason-texts" hidden>
    {choices.map(({ id, text }) => (
      <div data-template={id}>{text}</div>
    ))}
  </div>
)

/**
 * A reason: a template to choose, and a text. With JavaScript, choosing a template fills in the text. Without, the
 * template and the text are joined: see `withChosenReason`.
 */
export const ReasonFields = ({ form, choices, id = 'field', label = 'Reason', required = true }: Props) => (
  <div x-data="reasonTemplate">
    {choices.length > 0 ? (
      <div class="field">
        <label class="field-label" for={`${id}-template`}>
          Template
        </label>
        <select
          class="form-select"
          id={`${id}-template`}
          name="template"
          x-ref="templates"
          x-on:change="fill"
          autocomplete="off"
        >
          <option value="">Your own words</option>
          {choices.map((choice) => (
            <option value={choice.id} selected={fieldValue(form, 'template') === String(choice.id)}>
              {choice.title}
            </option>
          ))}
        </select>
        <div class="field-hint reason-template-hint">
          You can add to its text below.{' '}
          <a href={routes.admin.reasonTemplates.index.href()}>Edit templates</a>
        </div>
      </div>
    ) : null}
    <TextArea
      {...fieldProps(form, 'reason')}
      id={`${id}-reason`}
      label={label}
      counter={REASON_LENGTH}
      required={required && choices.length === 0}
    />
  </div>
)
