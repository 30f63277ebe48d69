import { cents, formatMoney } from '../../../shared/money.ts'
import { joinFacts } from '../../../shared/text/facts.ts'
import { Changed } from '../../../ui/values/changed.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'

export const SampleNegotiation = () => {
  const { currency, locale } = useLocale()
  return (
    <ol class="offers" aria-label="Example of a negotiation">
      <li class="offer offer-mine offer-old">
        <div class="offer-head">{joinFacts('Offer 1', 'sponsor')}</div>
        <div class="offer-amount">
          <Money cents={cents(120_000)} />
        </div>
        1 reel, 2 stories, Oct 20
      </li>
      <li class="offer offer-theirs">
        <div class="offer-head">{joinFacts('Offer 2', 'influencer')}</div>
        <div class="offer-amount">
          <Changed
            was={formatMoney(cents(120_000), currency, { locale })}
            now={formatMoney(cents(145_000), currency, { locale })}
          />
        </div>
        1 reel, 2 stories, <Changed was="Oct 20" now="Oct 23" />
      </li>
    </ol>
  )
}
