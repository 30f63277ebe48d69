import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { TextArea } from '../../../ui/forms/field.tsx'
import { Actions, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { ReportLink } from '../../../ui/page/report-link.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { Side } from '../offer.ts'
import type { Negotiation } from '../queries.ts'

type Props = {
  negotiation: Negotiation
  viewer: Viewer
  side: Side | null
  /** Whether the viewer wants to write a message. */
  isOpen: boolean
  form?: FormState | undefined
}

/** Messages between the two sides. Admins can read them. */
export const MessageThread = ({
  negotiation: { adRequest, messages },
  viewer,
  side,
  isOpen,
  form = blank,
}: Props) => (
  <section class="section" id="messages">
    <h2>Messages</h2>
    {messages.length > 0 ? (
      <ol class="offers">
        {messages.map((message) => (
          <li
            id={`message-${message.id}`}
            class={message.authorId === viewer.id ? 'message message-mine' : 'message'}
          >
            <div class="offer-head">
              <span>{message.authorId === viewer.id ? 'You' : message.authorName}</span>
              <Time at={message.sentAt} />
            </div>
            <Prose text={message.body} />
            <ReportLink
              viewer={viewer}
              subject="message"
              id={message.id}
              ownerId={message.authorId}
              label="Report this message"
            />
          </li>
        ))}
      </ol>
    ) : (
      <p class="secondary">No messages yet. Ask a question here without making a new offer.</p>
    )}
    {side ? (
      <Form action={routes.adRequests.messages.href({ adRequestId: adRequest.id })} label="Write a message">
        <TextArea
          {...fieldProps(form, 'message')}
          id="field-thread-message"
          label="Message"
          autofocus={isOpen}
          counter={4000}
          rows={3}
        />
        <Actions>
          <SubmitButton tone="outline">Send message</SubmitButton>
        </Actions>
      </Form>
    ) : null}
  </section>
)

const blank: FormState = { values: {}, errors: {} }
