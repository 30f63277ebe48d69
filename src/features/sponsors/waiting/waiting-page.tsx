import { routes } from '../../../routes.ts'
import { Terms } from '../../../ui/data/terms.tsx'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { ButtonLink, Form, SubmitButton } from '../../../ui/forms/form.tsx'
import { Card } from '../../../ui/page/card.tsx'
import { PageHeader } from '../../../ui/page/page-header.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Narrow, Stack } from '../../../ui/page/split.tsx'
import { Money } from '../../../ui/values/money.tsx'
import { Time } from '../../../ui/values/time.tsx'
import type { OwnSponsor } from '../commands.ts'

type Props = { sponsor: OwnSponsor; rejected: boolean }

/** What a sponsor sees until an admin has let it in. */
export const WaitingPage = ({ sponsor, rejected }: Props) => (
  <Narrow>
    <PageHeader title={rejected ? 'Not approved yet' : 'An admin looks at your account'} />
    {rejected ? <SendAgain /> : <Asked at={sponsor.submittedAt} />}
    <Stack>
      {rejected ? <Reason words={sponsor.statusReason} /> : <WhatNext />}
      <Card
        title="What you sent"
        aside={
          <ButtonLink href={routes.settings.profile.href()} small>
            Correct it
          </ButtonLink>
        }
      >
        <Submitted sponsor={sponsor} />
      </Card>
    </Stack>
  </Narrow>
)

const Asked = ({ at }: { at: number }) => (
  <StatusBar
    tone="wait"
    sentence={
      <>
        You asked on <Time at={at} />. There is nothing to do but wait.
      </>
    }
  />
)

const WhatNext = () => (
  <Card title="What happens next">
    <p>
      An admin reads what you say below and approves your account, or tells you what is missing. Either way
      you get an e-mail. Once you are approved, you can make your first campaign and look for influencers.
    </p>
  </Card>
)

const SendAgain = () => (
  <StatusBar sentence="Correct what the admin asks for, then send it again.">
    <Form action={routes.waiting.resubmission.href()}>
      <SubmitButton>Send again</SubmitButton>
    </Form>
  </StatusBar>
)

const Reason = ({ words }: { words: string | null }) => (
  <Card title="What the admin says">
    <Prose text={words ?? 'No reason was given.'} />
  </Card>
)

const Submitted = ({ sponsor }: { sponsor: OwnSponsor }) => {
  const { companyName, industry, yearlyBudget, website, about } = sponsor
  return (
    <Terms
      items={[
        { term: 'Company, or your own name', detail: companyName },
        { term: 'Industry', detail: industry },
        {
          term: 'Yearly budget',
          detail: yearlyBudget === null ? 'Not said' : <Money cents={yearlyBudget} compact />,
        },
        { term: 'Website', detail: website ?? 'Not said' },
        { term: 'About', detail: about ? <Prose text={about} /> : 'Not said' },
      ]}
    />
  )
}
