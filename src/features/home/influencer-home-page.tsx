import type { Viewer } from '../../platform/http/context.ts'
import { routes } from '../../routes.ts'
import { categoryLabel } from '../../shared/taxonomy.ts'
import { DOT } from '../../shared/text/facts.ts'
import { Figure, Figures } from '../../ui/data/figure.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { StatusBar } from '../../ui/feedback/status-bar.tsx'
import { ButtonLink } from '../../ui/forms/form.tsx'
import { Money } from '../../ui/values/money.tsx'
import { Dates } from '../campaigns/brief.tsx'
import { FlaggedBar } from './flagged-bar.tsx'
import { Greeting } from './greeting.tsx'
import type { InfluencerHome } from './queries.ts'
import { InfluencerStatistics } from './statistics.tsx'

export const InfluencerHomePage = ({ viewer, home }: { viewer: Viewer; home: InfluencerHome }) => (
  <>
    <Greeting viewer={viewer} waiting={home.waiting} />
    <FlaggedBar flagged={home.flagged} />
    {home.hasChannels ? null : <NoChannels />}
    <Figures>
      <Figure label="Your move" href={routes.adRequests.index.href({ listing: 'mine' })}>
        {viewer.awaitingReply}
      </Figure>
      <Figure label="Their move" href={routes.adRequests.index.href({ listing: 'theirs' })}>
        {home.values.now('requests', 'pending_sponsor')}
      </Figure>
      <Figure label="Deals" href={routes.adRequests.index.href({ listing: 'agreed' })}>
        {home.values.now('requests', 'accepted')}
      </Figure>
    </Figures>
    <ActiveDeals deals={home.activeDeals} />
    <NewCampaigns newCampaigns={home.newCampaigns} />
    {home.values.now('requests') > 0 ? <InfluencerStatistics values={home.values} /> : null}
  </>
)

const NoChannels = () => (
  <StatusBar
    label="Your profile"
    sentence="Your profile has no channels yet. Sponsors look for reach and engagement, which come from your channels."
  >
    <ButtonLink href={routes.settings.channels.index.href()} tone="primary">
      Add your first channel
    </ButtonLink>
  </StatusBar>
)

const ActiveDeals = ({ deals }: { deals: InfluencerHome['activeDeals'] }) => (
  <section class="section">
    <div class="section-head">
      <h2>Active deals</h2>
      <a href={routes.reports.index.href()}>Monthly reports</a>
    </div>
    {deals.length > 0 ? (
      <ul class="rows-plain">
        {deals.map((deal) => (
          <li>
            <div class="row-head">
              <strong>
                <a href={routes.adRequests.show.href({ adRequestId: deal.adRequestId })}>
                  {deal.campaignName}
                </a>
              </strong>
              <Money cents={deal.paymentAmount} />
            </div>
            <div class="secondary">{deal.sponsorName}</div>
          </li>
        ))}
      </ul>
    ) : (
      <p class="secondary">No active deals. When you and a sponsor agree on terms, the deal appears here.</p>
    )}
  </section>
)

const NewCampaigns = ({ newCampaigns }: { newCampaigns: InfluencerHome['newCampaigns'] }) => (
  <section class="section">
    <div class="section-head">
      <h2>New campaigns</h2>
      <a href={routes.campaigns.index.href()}>All campaigns</a>
    </div>
    {newCampaigns.length > 0 ? (
      <ul class="rows-plain">
        {newCampaigns.map((campaign) => (
          <li>
            <div class="row-head">
              <strong>
                <a href={routes.campaigns.show.href({ campaignId: campaign.id })}>{campaign.name}</a>
              </strong>
            </div>
            <div class="secondary">
              {campaign.category ? `${categoryLabel(campaign.category)}${DOT}` : null}
              <Dates {...campaign} startDate={null} />
            </div>
          </li>
        ))}
      </ul>
    ) : (
      <EmptyState title="No public campaigns are open right now" />
    )}
  </section>
)
