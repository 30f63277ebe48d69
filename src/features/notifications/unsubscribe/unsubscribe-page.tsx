import { routes } from '../../../routes.ts'
import { Actions, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow } from '../../../ui/page/split.tsx'
import { type NotificationKind, notificationKinds } from '../notification-kinds.ts'

type Props = {
  kind: NotificationKind
  /** As in the address of the page. */
  token: string
  /** Whether to ask first, or say what was done. */
  step: 'ask' | 'off' | 'on'
}

export const UnsubscribePage = ({ kind, token, step }: Props) => (
  <Narrow>
    <PageHeader title={titles[step]} />
    <Card>
      <p>
        {texts[step]} <strong>{notificationKinds[kind].label}</strong>
      </p>
      <p class="secondary">You still see everything in the app. Other e-mails are not affected.</p>
      <Form
        action={
          step === 'off' ? routes.unsubscribe.undo.href({ token }) : routes.unsubscribe.show.href({ token })
        }
      >
        <Actions>
          {step === 'off' ? (
            <SubmitButton tone="outline">Undo</SubmitButton>
          ) : (
            <SubmitButton tone={step === 'ask' ? 'primary' : 'outline'}>Unsubscribe</SubmitButton>
          )}
          <a href={routes.settings.notifications.index.href()}>All notification settings</a>
        </Actions>
      </Form>
    </Card>
  </Narrow>
)

const titles = {
  ask: 'Unsubscribe?',
  off: 'You are unsubscribed',
  on: "You'll get these e-mails again",
} as const

const texts = {
  ask: 'You will no longer get these e-mails:',
  off: 'You no longer get these e-mails:',
  on: 'We switched these e-mails on again:',
} as const
