import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { Figure, Figures } from '../../ui/data/figure.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ButtonLink } from '../../ui/forms/form.tsx'
import { Card } from '../../ui/page/card.tsx'
import { Money } from '../../ui/values/money.tsx'
import { OwnCampaignRow } from '../campaigns/list/campaign-row.tsx'
import { FlaggedBar } from './flagged-bar.tsx'
import { Greeting } from './greeting.tsx'
import type { SponsorHome } from './queries.ts'
import { SponsorStatistics } from './statistics.tsx'

export const SponsorHomePage = ({ viewer, home }: { viewer: Viewer; home: SponsorHome }) => (
  <>
    <Greeting viewer={viewer} waiting={home.waiting} />
    <FlaggedBar flagged={home.flagged} />
    {home.budgets ? (
      <Figures>
        <Figure label="Active campaigns" href={routes.campaigns.index.href({ state: 'active' })}>
          {home.budgets.active}
        </Figure>
        <Figure label="Their move" href={routes.adRequests.index.href({ listing: 'theirs' })}>
          {home.values.now('requests', 'pending_influencer')}
        </Figure>
        <Figure label="Agreed" href={routes.adRequests.index.href({ listing: 'agreed' })}>
          <Money cents={home.budgets.committed} compact />
        </Figure>
        <Figure label="Paid">
          <Money cents={home.budgets.paid} compact />
        </Figure>
      </Figures>
    ) : null}
    <section class="section">
      <div class="section-head">
        <h2>Campaigns</h2>
        <a href={routes.reports.index.href()}>Monthly reports</a>
        <ButtonLink href={routes.campaigns.new.href()}>New campaign</ButtonLink>
      </div>
      {home.campaigns.length > 0 ? (
        <Card>
          <ul class="rows-plain">
            {home.campaigns.map((campaign) => (
              <OwnCampaignRow campaign={campaign} />
            ))}
          </ul>
        </Card>
      ) : (
        <EmptyState
          title="You don't have any campaigns yet"
          action={{ label: 'Create a campaign', href: routes.campaigns.new.href() }}
        >
          Start with a draft and publish it when you're ready.
        </EmptyState>
      )}
    </section>
    {home.values.now('requests') > 0 ? <SponsorStatistics values={home.values} /> : null}
  </>
)
