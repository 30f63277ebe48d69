import { routes } from '../routes.ts'
import { cents, formatMoney } from '../shared/money.ts'
import { Card } from '../ui/card.tsx'
import { Changed } from '../ui/changed.tsx'
import { Actions, ButtonLink } from '../ui/form.tsx'
import { Money } from '../ui/money.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useReader } from '../ui/reader.ts'
import { Section, Split, Tiles } from '../ui/split.tsx'

export const LandingPage = () => (
  <>
    <Split aside={<SampleNegotiation />}>
      <PageHeader
        title="Sponsors and influencers, agreed."
        subtitle="Find each other, negotiate in the open, agree on fixed terms, and see it through."
      />
      <Actions>
        <ButtonLink href={routes.signUp.sponsor.href()} tone="primary">
          I have something to promote
        </ButtonLink>
        <ButtonLink href={routes.signUp.influencer.href()}>I have an audience</ButtonLink>
      </Actions>
      <p class="secondary mt-3">
        Just looking? See the <a href={routes.campaigns.index.href()}>campaigns that run</a> and the{' '}
        <a href={routes.influencers.index.href()}>influencers</a>, or read{' '}
        <a href={routes.about.href()}>how it works</a>.
      </p>
    </Split>
    <Section title="What you can rely on">
      <Tiles>
        <Assurance title="Whose move is it?">
          Every page says it first, with the time that is left. Nothing waits because somebody forgot.
        </Assurance>
        <Assurance title="Offers that stay put">
          An offer never changes behind your back. A new one is made, and what differs stands beside the old.
        </Assurance>
        <Assurance title="Budgets that hold">
          Nobody can agree to more than a campaign has left, even when everybody presses the button at once.
        </Assurance>
      </Tiles>
    </Section>
  </>
)

const Assurance = ({ title, children }: { title: string; children: string }) => (
  <Card title={title}>
    <p class="mb-0">{children}</p>
  </Card>
)

/** What a negotiation looks like, for those who have not seen one. */
const SampleNegotiation = () => {
  const { currency, locale } = useReader()
  return (
    <ol class="offers" aria-label="An example of a negotiation">
      <li class="offer offer-mine offer-old">
        <div class="offer-head">Offer 1 · the sponsor</div>
        <div class="offer-amount">
          <Money cents={cents(120_000)} />
        </div>
        1 reel, 2 stories
      </li>
      <li class="offer offer-theirs">
        <div class="offer-head">Offer 2 · the influencer</div>
        <div class="offer-amount">
          <Changed
            was={formatMoney(cents(120_000), currency, { locale })}
            now={formatMoney(cents(145_000), currency, { locale })}
          />
        </div>
        1 reel, 2 stories, <Changed was="20 Oct" now="23 Oct" />
      </li>
    </ol>
  )
}
