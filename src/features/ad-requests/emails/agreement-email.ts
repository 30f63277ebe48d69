import { type Cents, formatMoney } from '../../../shared/money.ts'
import { type AgreedTerms, killFeesText, platformFee } from '../../collaborations/terms.ts'
import type { NotificationText } from '../../notifications/commands.ts'
import { dateTime, facts, paragraph } from '../../notifications/email/blocks.ts'
import type { Side } from '../offer.ts'
import { termsRows } from './terms-rows.ts'

interface Agreement {
  readonly adRequest: Readonly<Record<'sponsor' | 'influencer' | 'campaign', { readonly name: string }>>
  readonly terms: AgreedTerms
  /** Who accepted. */
  readonly by: Side
  /** When, in milliseconds UTC. */
  readonly now: number
  readonly currency: string
}

/** To the side whose offer was accepted, with a copy of what was agreed. */
export function acceptedText(agreement: Agreement): NotificationText {
  const { adRequest, by } = agreement
  return {
    title: `${adRequest[by].name} accepted ${amountOf(agreement)} for ${adRequest.campaign.name}`,
    preheader: 'The terms are final. This e-mail is your copy.',
    ...copyOf(agreement, by === 'sponsor' ? 'influencer' : 'sponsor'),
  }
}

/** The same copy to the side that accepted. */
export function agreedText(agreement: Agreement): NotificationText {
  const { adRequest, by } = agreement
  return {
    title: `You accepted ${amountOf(agreement)} for ${adRequest.campaign.name}`,
    subject: `Your copy of the agreement: ${amountOf(agreement)} for ${adRequest.campaign.name}`,
    preheader: 'The terms are final. Keep this e-mail for your records.',
    ...copyOf(agreement, by),
  }
}

function copyOf(agreement: Agreement, reader: Side): Pick<NotificationText, 'body' | 'action'> {
  const { adRequest, terms, now, currency } = agreement
  return {
    body: [
      paragraph('The terms are now final. This e-mail is your copy of what you both agreed to.'),
      { kind: 'heading', text: 'What was agreed' },
      facts([
        { label: 'Campaign', value: adRequest.campaign.name },
        { label: 'Sponsor', value: adRequest.sponsor.name },
        { label: 'Influencer', value: adRequest.influencer.name },
        { label: 'Agreed on', value: [dateTime(now)] },
        ...termsRows(terms, { now, currency }),
        { label: 'Platform fee', value: feeText(terms, currency) },
        { label: 'Disclosure', value: terms.disclosure },
        { label: 'Hashtags', value: terms.hashtags },
        { label: 'Mentions', value: terms.mentions },
        { label: 'Do', value: terms.dos },
        { label: "Don't", value: terms.donts },
        { label: 'Cancellation fee', value: killFeesText(terms.killFees) },
      ]),
      { kind: 'heading', text: 'What happens next' },
      paragraph(nextStep(adRequest, reader)),
    ],
    action: { label: 'View the agreement' },
  }
}

function nextStep({ sponsor, influencer }: Agreement['adRequest'], reader: Side): string {
  return reader === 'influencer'
    ? `Funding is the next step. Start work once ${sponsor.name} has funded the collaboration.`
    : `Funding is the next step. ${influencer.name} starts work once the collaboration is funded.`
}

/** "10%, which leaves $1,080.00 for the influencer". */
function feeText({ paymentAmount, feePercent }: AgreedTerms, currency: string): string {
  const left = (paymentAmount - platformFee(paymentAmount, feePercent)) as Cents
  return `${feePercent}%, which leaves ${formatMoney(left, currency)} for the influencer`
}

function amountOf({ terms, currency }: Agreement): string {
  return formatMoney(terms.paymentAmount, currency)
}
