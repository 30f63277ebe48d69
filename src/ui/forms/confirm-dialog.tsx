import type { Child } from 'hono/jsx'
import { Actions, Form, SubmitButton } from './form.tsx'

type Props = {
  /** On the button that opens the dialog: "Delete…". */
  label: string
  /** What the buttons are about, for screen readers, where a page has several such buttons. */
  labelOf?: string | undefined
  /** "Delete this campaign for good?" */
  question: string
  /** What happens if the user confirms. */
  explain?: Child
  action: string
  /** The region that the response replaces, as in `Form`. */
  region?: string | undefined
  /** The response replaces what it names, as in `Form`. */
  inPlace?: boolean | undefined
  small?: boolean | undefined
  /** On the button that confirms. It names the action: "Delete campaign". */
  confirm: string
  cancel?: string | undefined
  tone?: 'danger' | 'primary' | undefined
  /** The style of the button that opens the dialog. */
  labelTone?: 'quiet' | 'outline' | 'danger' | undefined
  /** Open from the start, for a form that comes back with errors. */
  open?: boolean | undefined
  /** Fields of the form. */
  children?: Child
}

/** Asks before something is done. It opens in a dialog with JavaScript, and unfolds in place without. */
export const ConfirmDialog = (props: Props) => (
  <div class="confirm" x-data="confirmDialog" data-open={props.open ? 'yes' : undefined}>
    <details x-ref="details" open={props.open ?? false}>
      <summary
        class={`btn btn-${props.labelTone ?? 'quiet'}${props.tone === 'primary' ? '' : ' is-harm'}${props.small ? ' btn-sm' : ''}`}
        x-on:click="open"
      >
        {props.label}
        <LabelOf text={props.labelOf} />
      </summary>
      <div class="confirm-body" x-ref="body">
        <p class="confirm-question">{props.question}</p>
        {props.explain ? <div class="confirm-explain">{props.explain}</div> : null}
        <Form action={props.action} region={props.region} inPlace={props.inPlace}>
          {props.children}
          <Actions>
            <SubmitButton tone={props.tone ?? 'danger'}>
              {props.confirm}
              <LabelOf text={props.labelOf} />
            </SubmitButton>
            <button type="button" class="btn btn-quiet" x-cloak="" x-on:click="close">
              {props.cancel ?? 'Cancel'}
            </button>
          </Actions>
        </Form>
      </div>
    </details>
    <dialog x-ref="dialog" aria-label={props.question} x-on:click="closeOutside" />
  </div>
)

const LabelOf = ({ text }: { text: string | undefined }) =>
  text ? <span class="visually-hidden"> {text}</span> : null
