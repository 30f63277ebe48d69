import type { Viewer } from '../http/context.ts'
import { routes } from '../routes.ts'
import { counted } from '../shared/format.ts'
import { State, type StateTone } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty.tsx'
import { Figure, Figures } from '../ui/figure.tsx'
import { ButtonLink } from '../ui/form.tsx'
import { Money } from '../ui/money.tsx'
import { Progress } from '../ui/progress.tsx'
import { TimeLeft } from '../ui/time.tsx'
import { Greeting } from './greeting.tsx'
import type { SponsorHome } from './store.ts'

export const SponsorHomePage = ({ viewer, home }: { viewer: Viewer; home: SponsorHome }) => (
  <>
    <Greeting viewer={viewer} waiting={home.waiting.slice(0, 5)} />
    {home.figures ? (
      <Figures>
        <Figure label="Active campaigns" href={routes.campaigns.index.href({ state: 'active' })}>
          {home.figures.active}
        </Figure>
        <Figure label="Their move" href={routes.adRequests.index.href({ listing: 'theirs' })}>
          {home.figures.theirMove}
        </Figure>
        <Figure label="Agreed" href={routes.adRequests.index.href({ listing: 'agreed' })}>
          <Money cents={home.figures.committed} compact />
        </Figure>
        <Figure label="Paid">
          <Money cents={home.figures.paid} compact />
        </Figure>
      </Figures>
    ) : null}
    <section class="section">
      <div class="section-head">
        <h2>Campaigns</h2>
        <ButtonLink href={routes.campaigns.new.href()}>New campaign</ButtonLink>
      </div>
      {home.running.length > 0 ? (
        <ul class="rows-plain">
          {home.running.map((campaign) => (
            <RunningCampaign campaign={campaign} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title="You have no campaign yet."
          action={{ label: 'Start one', href: routes.campaigns.new.href() }}
        >
          A draft can be incomplete. Publish it when you are ready.
        </EmptyState>
      )}
    </section>
  </>
)

const RunningCampaign = ({ campaign }: { campaign: SponsorHome['running'][number] }) => (
  <li>
    <div class="row-head">
      <strong>
        <a href={routes.campaigns.show.href({ campaignId: campaign.id })}>{campaign.name}</a>
      </strong>
      <State tone={tones[campaign.state]}>{labels[campaign.state]}</State>
    </div>
    <div class="secondary">
      {counted(campaign.requests, 'request')}, {campaign.agreed} agreed
      {campaign.endsAt && campaign.state === 'active' ? (
        <>
          {' '}
          · <TimeLeft until={campaign.endsAt} />
        </>
      ) : null}
    </div>
    {campaign.budget > 0 ? (
      <Progress
        label="Budget agreed"
        value={campaign.committed}
        max={campaign.budget}
        text={
          <>
            <Money cents={campaign.committed} compact /> of <Money cents={campaign.budget} compact /> agreed
          </>
        }
      />
    ) : null}
  </li>
)

const tones = { draft: 'wait', active: 'done', paused: 'move', completed: 'off' } as const satisfies Record<
  string,
  StateTone
>
const labels = { draft: 'Draft', active: 'Active', paused: 'Paused', completed: 'Completed' } as const
