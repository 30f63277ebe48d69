import { routes } from '../../../routes.ts'
import { Figure, Figures } from '../../../ui/data/figure.tsx'
import { Section } from '../../../ui/page/split.tsx'
import { Count } from '../../../ui/values/count.tsx'
import type { Statistics } from '../queries.ts'

/** Leaves out figures that are still zero. */
export const StatisticsSection = ({ statistics }: { statistics: Statistics }) => {
  const { openCampaigns, influencers, reach, agreements } = statistics
  if (openCampaigns + influencers + agreements === 0) return null
  return (
    <Section title="On Parley today">
      <Figures>
        <Tally value={openCampaigns} label="Open campaigns" href={routes.campaigns.index.href()} />
        <Tally value={influencers} label="Influencers" href={routes.influencers.index.href()} />
        {reach > 0 ? (
          <Figure label="Combined reach" note="across all influencers">
            <Count value={reach} compact />
          </Figure>
        ) : null}
        <Tally value={agreements} label="Agreements made" />
      </Figures>
    </Section>
  )
}

type Props = { value: number; label: string; href?: string }

const Tally = ({ value, label, href }: Props) =>
  value > 0 ? (
    <Figure label={label} href={href}>
      <Count value={value} />
    </Figure>
  ) : null
