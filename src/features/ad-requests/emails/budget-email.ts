import { type Cents, formatMoney } from '../../../shared/money.ts'
import type { NotificationText } from '../../notifications/commands.ts'
import { dateTime, paragraph, timeLeftUntil } from '../../notifications/email/blocks.ts'
import { type AdRequest, remainingBudget } from '../ad-request.ts'
import { openAnswer } from '../negotiation/open-form.ts'

type Short = Pick<AdRequest, 'latest' | 'closesAt'> & {
  readonly influencer: { readonly name: string }
  readonly campaign: Pick<AdRequest['campaign'], 'name' | 'budget' | 'committed'>
}

/** To a sponsor whose campaign cannot pay an offer that the influencer wants to accept. */
export function budgetShortageText(
  { latest, influencer, campaign, closesAt }: Short,
  currency: string,
): NotificationText {
  const remaining = remainingBudget(campaign)
  const amount = formatMoney(latest.paymentAmount, currency)
  const missing = formatMoney((latest.paymentAmount - remaining) as Cents, currency)
  return {
    title: `${influencer.name} wants to accept ${amount} for ${campaign.name}, but its budget is ${missing} short`,
    preheader: `Raise the budget by ${missing}, and they can accept.`,
    body: [
      paragraph(
        `${influencer.name} tried to accept offer ${latest.number} of ${amount}. ${campaign.name} has ${formatMoney(remaining, currency)} left, so it is ${missing} short.`,
      ),
      paragraph(
        `Raise the campaign's budget by ${missing}, and they can accept until `,
        dateTime(closesAt),
        ' (',
        timeLeftUntil(closesAt),
        '). Or edit the offer. The request stays open, and they were not told how much is left.',
      ),
    ],
    action: { label: 'View the request', query: openAnswer },
  }
}
