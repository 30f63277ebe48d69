import type { Child } from 'hono/jsx'
import { Actions, Form, SubmitButton } from './form.tsx'

type Props = {
  /** On the button that asks: "Delete…". */
  label: string
  /** The plain question: "Delete this campaign for good?" */
  question: string
  /** What follows from yes. */
  explain?: Child
  action: string
  /** The region that the answer replaces, as in `Form`. */
  region?: string | undefined
  /** On the button that does it, named by its deed: "Delete it". */
  confirm: string
  cancel?: string | undefined
  tone?: 'danger' | 'primary' | undefined
  /** How the asking button looks. */
  labelTone?: 'quiet' | 'outline' | 'danger' | undefined
  /** Asked at once, for when the answer was refused and comes back with errors. */
  open?: boolean | undefined
  /** Fields that go with it. */
  children?: Child
}

/** A question before harm: unfolds in place without JavaScript, and is moved into a dialog with it. */
export const ConfirmDialog = (props: Props) => (
  <div class="ask" x-data="ask" data-open={props.open ? 'yes' : undefined}>
    <details x-ref="fold" open={props.open ?? false}>
      <summary
        class={`btn btn-${props.labelTone ?? 'quiet'}${props.tone === 'primary' ? '' : ' is-harm'}`}
        x-on:click="ask"
      >
        {props.label}
      </summary>
      <div class="ask-body" x-ref="body">
        <p class="ask-question">{props.question}</p>
        {props.explain ? <div class="ask-explain">{props.explain}</div> : null}
        <Form action={props.action} region={props.region}>
          {props.children}
          <Actions>
            <SubmitButton tone={props.tone ?? 'danger'}>{props.confirm}</SubmitButton>
            <button type="button" class="btn btn-quiet" x-cloak="" x-on:click="close">
              {props.cancel ?? 'Not now'}
            </button>
          </Actions>
        </Form>
      </div>
    </details>
    <dialog x-ref="dialog" aria-label={props.question} x-on:click="closeOutside" />
  </div>
)
