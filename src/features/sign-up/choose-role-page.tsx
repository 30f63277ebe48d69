import { routes } from '../../routes.ts'
import { ButtonLink } from '../../ui/forms/form.tsx'
import { Card } from '../../ui/page/card.tsx'
import { PageHeader } from '../../ui/page/page-header.tsx'
import { Narrow, Tiles } from '../../ui/page/split.tsx'
import { SignInInstead } from './sign-in-instead.tsx'

export const ChooseRolePage = () => (
  <Narrow>
    <PageHeader title="Create an account" subtitle="What brings you here?" />
    <Tiles>
      <Card title="I have something to promote">
        <p>As a sponsor, you run campaigns, find influencers and negotiate terms with them.</p>
        <p class="secondary">We review new sponsors. This usually takes one business day.</p>
        <ButtonLink href={routes.signUp.sponsor.href()}>Sign up as a sponsor</ButtonLink>
      </Card>
      <Card title="I have an audience">
        <p>As an influencer, you get a public page, apply to campaigns and reply to requests.</p>
        <p class="secondary">You can start right away.</p>
        <ButtonLink href={routes.signUp.influencer.href()}>Sign up as an influencer</ButtonLink>
      </Card>
    </Tiles>
    <SignInInstead />
  </Narrow>
)
