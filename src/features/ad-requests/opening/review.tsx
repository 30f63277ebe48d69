import { type Cents, formatMoney } from '../../../shared/money.ts'
import { StatusBar } from '../../../ui/feedback/status-bar.tsx'
import { Hidden } from '../../../ui/forms/field.tsx'
import { useLocale } from '../../../ui/values/locale.ts'
import type { CampaignRow } from '../../campaigns/schema.ts'
import { remainingBudget } from '../ad-request.ts'
import type { Offer } from '../offer.ts'

/** An offer to several people. */
export interface Review {
  readonly count: number
  readonly each: Cents
}

/** The value of the form's field `confirmed`: what the sponsor has looked at. Another number or amount needs another look. */
export function confirmationOf({ count, each }: Review): string {
  return `${count}x${each}`
}

/** What the sponsor must look at before sending an offer to several people. Null for one. */
export function reviewOf(chosen: number, invitable: number, { paymentAmount }: Offer): Review | null {
  return chosen > 1 ? { count: invitable, each: paymentAmount } : null
}

type Props = { campaign: Pick<CampaignRow, 'budget' | 'committed'>; review: Review }

export const ReviewOfSeveral = ({ campaign, review }: Props) => (
  <>
    <StatusBar sentence={<ReviewSentence campaign={campaign} review={review} />} label="Before you send" />
    <Hidden name="confirmed" value={confirmationOf(review)} />
  </>
)

const ReviewSentence = ({ campaign, review: { count, each } }: Props) => {
  const { currency, locale } = useLocale()
  const money = (cents: number) => formatMoney(cents as Cents, currency, { locale })
  const remaining = remainingBudget(campaign)
  const sum = count * each
  return (
    <>
      <strong>
        {count === 1
          ? `One invitation of ${money(each)}.`
          : `${count} invitations of ${money(each)} each: ${money(sum)}.`}
      </strong>{' '}
      {count === 1 ? 'If they accept' : 'If all accept'}, {money(remaining - sum)} of your campaign's{' '}
      {money(remaining)} will be left. Nothing has been sent yet.
    </>
  )
}
