import { routes } from '../routes.ts'
import { Actions, ButtonLink } from '../ui/form.tsx'
import { PageHeader } from '../ui/page-header.tsx'

export const LandingPage = () => (
  <>
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
  </>
)
