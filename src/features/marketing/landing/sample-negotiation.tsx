import { cents, formatMoney } from '../../../shared/money.ts'
import { Changed } from '../../../ui/values/changed.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import { Money } from '../../../ui/values/money.tsx'

/** What a negotiation looks like, for those who have not seen one. */
export const SampleNegotiation = () => {
  const { currency, locale } = useLocale()
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
