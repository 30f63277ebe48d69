import { type FormState, fieldProps } from '../../../platform/forms/form.ts'
import type { Viewer } from '../../../platform/http/context.ts'
import { routes } from '../../../routes.ts'
import { TextArea } from '../../../ui/forms/field.tsx'
import { Actions, Form, FormErrors, SubmitButton } from '../../../ui/forms/form.tsx'
import { ModerationLinks } from '../../../ui/moderation/moderation-links.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { ReportLink } from '../../../ui/page/report-link.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { Side } from '../offer.ts'
import { canReadMessage } from '../policy.ts'
import type { Message, Negotiation } from '../queries.ts'

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
          <MessageItem message={message} viewer={viewer} />
        ))}
      </ol>
    ) : (
      <p class="secondary">No messages yet. Ask a question here without making a new offer.</p>
    )}
    {side && !adRequest.flagged ? (
      <Form action={routes.adRequests.messages.href({ adRequestId: adRequest.id })} label="Write a message">
        <FormErrors errors={form.errors.form ? { form: form.errors.form } : {}} />
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

const MessageItem = ({ message, viewer }: { message: Message; viewer: Viewer }) => {
  const isMine = message.authorId === viewer.id
  return (
    <li id={`message-${message.id}`} class={isMine ? 'message message-mine' : 'message'}>
      <div class="offer-head">
        <span>{isMine ? 'You' : message.authorName}</span>
        <Time at={message.sentAt} />
      </div>
      {canReadMessage(viewer, message) ? (
        <Prose text={message.body} />
      ) : (
        <p class="secondary">This message was hidden by an admin.</p>
      )}
      <MessageFlag message={message} viewer={viewer} />
    </li>
  )
}

/** Tells the author and admins that a message is hidden, and lets admins flag it. */
const MessageFlag = ({ message, viewer }: { message: Message; viewer: Viewer }) => {
  const isFlagged = message.flaggedAt !== null
  const flagLink = <ModerationLinks subject="message" id={message.id} isFlagged={isFlagged} />
  if (!isFlagged)
    return viewer.role === 'admin' ? flagLink : <ReportMessage message={message} viewer={viewer} />
  if (!canReadMessage(viewer, message)) return null
  return (
    <p class="message-flag">
      Hidden from the other side. {message.flagReason}{' '}
      {viewer.role === 'admin' ? (
        flagLink
      ) : (
        <a href={routes.flags.current.href({ subject: 'message', subjectId: message.id })}>See the details</a>
      )}
    </p>
  )
}

const ReportMessage = ({ message, viewer }: { message: Message; viewer: Viewer }) => (
  <ReportLink
    viewer={viewer}
    subject="message"
    id={message.id}
    ownerId={message.authorId}
    label="Report this message"
  />
)

const blank: FormState = { values: {}, errors: {} }
