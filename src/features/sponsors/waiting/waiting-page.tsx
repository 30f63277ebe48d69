import { routes } from '../../../routes.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Narrow, Stack } from '../../../ui/page/split.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { OwnSponsor } from '../queries.ts'
import { SponsorTerms } from '../sponsor-terms.tsx'

type Props = { sponsor: OwnSponsor; isRejected: boolean }

/** What sponsors see until an admin has approved them. */
export const WaitingPage = ({ sponsor, isRejected }: Props) => (
  <Narrow>
    <PageHeader title={isRejected ? 'Not approved yet' : "We're reviewing your account"} />
    {isRejected ? <Resubmit /> : <Submitted at={sponsor.submittedAt} />}
    <Stack>
      {isRejected ? <Reason reason={sponsor.statusReason} /> : <NextSteps />}
      <Card
        title="Your profile"
        aside={
          <ButtonLink href={routes.settings.profile.href()} small>
            Edit profile
          </ButtonLink>
        }
      >
        <SponsorTerms sponsor={sponsor} />
      </Card>
    </Stack>
  </Narrow>
)

const Submitted = ({ at }: { at: number }) => (
  <StatusBar
    tone="wait"
    sentence={
      <>
        You submitted your account on <Time at={at} />. Reviews usually take one business day.
      </>
    }
  />
)

const NextSteps = () => (
  <Card title="What happens next">
    <p>
      An admin reads your profile, then approves your account or tells you what's missing. Either way, we'll
      e-mail you. Once you're approved, you can create your first campaign and search for influencers.
    </p>
  </Card>
)

const Resubmit = () => (
  <StatusBar sentence="Make the changes that the admin asked for, then resubmit your account.">
    <Form action={routes.waiting.resubmission.href()}>
      <SubmitButton>Resubmit</SubmitButton>
    </Form>
  </StatusBar>
)

const Reason = ({ reason }: { reason: string | null }) => (
  <Card title="Message from the admin">
    <Prose text={reason ?? 'No reason was given.'} />
  </Card>
)
