import { routes } from '../../../routes.ts'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Narrow, Section } from '../../../ui/page/split.tsx'
import { UNVISITED_DAYS } from '../../accounts/unconfirmed.ts'

type Props = { supportAddress: string }

export const HelpPage = ({ supportAddress }: Props) => (
  <Narrow>
    <PageHeader title="Help" subtitle="The most common questions, and how to reach us." />
    <Section title="I can't sign in">
      <ul class="prose">
        <li>
          Forgot your password? <a href={routes.forgotPassword.request.href()}>Set a new one by e-mail</a>.
        </li>
        <li>
          If you haven't confirmed your e-mail address yet, sign in with your username. The address works too
          once it is confirmed.
        </li>
        <li>
          If you never confirmed your address and haven't visited for {UNVISITED_DAYS} days, your account may
          have been removed. We only keep it then if others still need it: for an agreement, an open request
          or a message. You can sign up again with the same username.
        </li>
        <li>
          After several wrong passwords, you have to wait a while before you can try again. We can't shorten
          the wait.
        </li>
        <li>If your account is suspended, you see the reason when you sign in.</li>
      </ul>
    </Section>
    <Section title="I don't get your e-mails">
      <ul class="prose">
        <li>
          Until you open the link that confirms your e-mail address, that link is the only thing we send
          there. You can ask for a new one in your <a href={routes.settings.email.show.href()}>settings</a>.
        </li>
        <li>
          Check your spam folder and your{' '}
          <a href={routes.settings.notifications.index.href()}>notification settings</a>. The bell on every
          page shows everything, whatever you chose there.
        </li>
        <li>
          If our mail to your address came back, or was reported as spam, we stop sending there. That includes
          links to set a new password. If you are signed in, choose “Send to it again” in your notification
          settings, or <a href={routes.settings.email.show.href()}>change your address</a>. If you aren't,{' '}
          <a href={`mailto:${supportAddress}`}>write to us</a>.
        </li>
      </ul>
    </Section>
    <Section title="Somebody else got into my account">
      <p>
        <a href={routes.forgotPassword.request.href()}>Set a new password</a>. That signs you out everywhere.
        If your e-mail address was changed, use the link that we sent to your old address to take the account
        back. Then write to us.
      </p>
    </Section>
    <Section title="Everything else">
      <p>
        <a href={routes.about.href()}>How Parley works</a> explains offers, deadlines, and where the numbers
        come from.
      </p>
      <p>
        Write to <a href={`mailto:${supportAddress}`}>{supportAddress}</a>. If an error page showed you a
        number, mention it.
      </p>
    </Section>
  </Narrow>
)
