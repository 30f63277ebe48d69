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
  hint?: string | undefined
  required?: boolean | undefined
}

/** The fields of the only reason on a page, with the texts of the templates. */
export const SingleReason = (props: Props & { choices: readonly ReasonChoice[] }) => (
  <>
    <ReasonFields {...props} />
    <ReasonTexts choices={props.choices} />
  </>
)

/** The texts of templates, for the script that fills them in. Once on a page. */
export const ReasonTexts = ({ choices }: { choices: readonly ReasonChoice[] }) => (
  <div id="reason-texts" hidden>
    {choices.map(({ id, text }) => (
      <div data-template={id}>{text}</div>
    ))}
  </div>
)

/**
 * A reason: a template to choose, and a text. With JavaScript, a button fills the template's text in. A template that is
 * chosen when the form is sent is joined with the text: see `withChosenReason`.
 */
export const ReasonFields = ({ form, choices, id = 'field', label = 'Reason', ...rest }: Props) => (
  <div x-data="reasonTemplate">
    {choices.length > 0 ? (
      <div class="field">
        <label class="field-label" for={`${id}-template`}>
          Template
        </label>
        <div class="input-group">
          <select
            class="form-select"
            id={`${id}-template`}
            name="template"
            aria-describedby={`${id}-template-hint`}
            x-ref="templates"
            autocomplete="off"
          >
            <option value="">Your own words</option>
            {choices.map((choice) => (
              <option value={choice.id} selected={fieldValue(form, 'template') === String(choice.id)}>
                {choice.title}
              </option>
            ))}
          </select>
          <button type="button" class="btn btn-outline" x-cloak="" x-on:click="use">
            Use template
          </button>
        </div>
        <div class="field-hint" id={`${id}-template-hint`}>
          You can add to its text below.{' '}
          <a href={routes.admin.reasonTemplates.index.href()}>Edit templates</a>
        </div>
      </div>
    ) : null}
    <TextArea
      {...fieldProps(form, 'reason')}
      id={`${id}-reason`}
      label={label}
      hint={rest.hint}
      counter={REASON_LENGTH}
      required={(rest.required ?? true) && choices.length === 0}
    />
  </div>
)
