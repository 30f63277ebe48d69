import { followerTiers } from '../../shared/follower-tier.ts'
import { counted } from '../../shared/format.ts'
import { categoryLabel, deliverableKinds } from '../../shared/taxonomy.ts'
import { Money } from '../../ui/values/money.tsx'
import type { PriceGuidance } from './price-range.ts'

type Props = {
  guidance: readonly PriceGuidance[]
  /** With JavaScript, the note follows the fields in `from` (a selector). `href` answers with the lines for them. */
  follow: { href: string; from: string }
}

/** What others agreed on, below the field for the amount: one line for each kind of deliverable that is chosen. */
export const PriceGuidanceNote = ({ guidance, follow }: Props) => (
  <div
    class="price-guidance price-guidance-field"
    aria-live="polite"
    hx-get={follow.href}
    hx-trigger={`change from:${follow.from}`}
    hx-include={follow.from}
    hx-target="this"
    hx-swap="innerHTML"
    hx-sync="this:replace"
    {...{ 'hx-status:5xx': 'swap:none' }}
  >
    <PriceGuidanceLines guidance={guidance} />
  </div>
)

/** What `follow.href` answers with. */
export const PriceGuidanceLines = ({ guidance }: Pick<Props, 'guidance'>) => (
  <>
    {guidance.map((one) => (
      <PriceGuidanceLine guidance={one} />
    ))}
  </>
)

/** One line: "Agreed for similar work: $400 to $700 per reel (38 deals)". */
export const PriceGuidanceLine = ({ guidance }: { guidance: PriceGuidance }) => {
  const { kind, category, tier, range } = guidance
  const group = `${categoryLabel(category)}, ${followerTiers[tier].label.toLowerCase()} influencers`
  return (
    <p>
      Agreed for similar work: <Amounts range={range} /> per {deliverableKinds[kind][0]} (
      {counted(range.deals, 'deal')})
      <span class="price-guidance-group">{group}, the middle half of recent prices</span>
    </p>
  )
}

const Amounts = ({ range: { from, to } }: Pick<PriceGuidance, 'range'>) =>
  from === to ? (
    <>
      about <Money cents={from} compact />
    </>
  ) : (
    <>
      <Money cents={from} compact /> to <Money cents={to} compact />
    </>
  )
