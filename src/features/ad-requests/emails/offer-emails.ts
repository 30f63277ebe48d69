import { formatMoney } from '../../../shared/money.ts'
import type { CampaignRow } from '../../campaigns/schema.ts'
import type { NotificationText } from '../../notifications/commands.ts'
import {
  dateTime,
  facts,
  type MailBlock,
  paragraph,
  quote,
  shortTime,
  timeLeftUntil,
} from '../../notifications/email/blocks.ts'
import { openAnswer } from '../negotiation/open-form.ts'
import { isEdit, type Offer } from '../offer.ts'
import { changedTermsRows, deliverablesText, periodText, termsRows } from './terms-rows.ts'

interface Wording {
  readonly now: number
  readonly currency: string
}

export interface FirstOffer {
  readonly offer: Offer
  readonly campaign: Pick<CampaignRow, 'name' | 'startDate' | 'endDate' | 'disclosure'>
  readonly sponsorName: string
}

/** To an influencer whom a sponsor invites. */
export function invitationText(
  { offer, campaign, sponsorName }: FirstOffer,
  wording: Wording,
): NotificationText {
  const amount = formatMoney(offer.paymentAmount, wording.currency)
  return {
    title: `${sponsorName} invited you to ${campaign.name} for ${amount}`,
    subject: deadlineSubject(offer, `${sponsorName} offers ${amount} for ${campaign.name}`),
    preheader: [`${deliverablesText(offer)}. `, ...deadline(offer)],
    body: [
      paragraph(`${sponsorName} would like you to be part of their campaign. `, ...deadline(offer)),
      ...quote(sponsorName, offer.message),
      facts([...termsRows(offer, wording), ...campaignRows(campaign, wording.now)]),
      nothingFinal,
    ],
    action: { label: 'Answer the invitation', query: openAnswer },
  }
}

/** To a sponsor to whose campaign an influencer applies. */
export function applicationText(
  { offer, campaign }: Pick<FirstOffer, 'offer' | 'campaign'>,
  influencerName: string,
  wording: Wording,
): NotificationText {
  const amount = formatMoney(offer.paymentAmount, wording.currency)
  return {
    title: `${influencerName} applied to ${campaign.name} and asked for ${amount}`,
    subject: deadlineSubject(offer, `${influencerName} asks for ${amount} for ${campaign.name}`),
    preheader: [`${deliverablesText(offer)}. `, ...deadline(offer)],
    body: [
      paragraph(`${influencerName} would like to work with you. `, ...deadline(offer)),
      ...quote(influencerName, offer.message),
      facts([...termsRows(offer, wording), ...campaignRows(campaign, wording.now)]),
      nothingFinal,
    ],
    action: { label: 'Answer the application', query: openAnswer },
  }
}

/** To the other side of a negotiation, with what the new offer changes. */
export function offerText(
  before: Offer,
  offer: Offer,
  { by, campaignName }: { readonly by: string; readonly campaignName: string },
  wording: Wording,
): NotificationText {
  const amount = formatMoney(offer.paymentAmount, wording.currency)
  const asks = offer.madeBy === 'influencer'
  const rows = changedTermsRows(before, offer, wording)
  const changes = changedText(rows)
  return {
    title: `${by} ${asks ? 'asked for' : 'offered'} ${amount} for ${campaignName}`,
    subject: deadlineSubject(offer, `${by} ${asks ? 'asks for' : 'offers'} ${amount} for ${campaignName}`),
    preheader: [`${changes} `, ...deadline(offer)],
    body: [
      paragraph(
        isEdit(offer, before)
          ? `${by} replaced offer ${before.number} with a new one. ${changes}`
          : `${by} answered offer ${before.number} with a counteroffer. ${changes}`,
      ),
      ...quote(by, offer.message),
      facts(rows),
      paragraph(...deadline(offer)),
      nothingFinal,
    ],
    action: { label: 'Answer the offer', query: openAnswer },
  }
}

const nothingFinal: MailBlock = {
  kind: 'paragraph',
  text: 'You can accept, make a counteroffer or reject it. Nothing is final until one of you accepts.',
  isNote: true,
}

function deadlineSubject({ expiresAt }: Offer, sentence: string) {
  return ['Answer by ', shortTime(expiresAt), `: ${sentence}`]
}

function deadline({ expiresAt }: Offer) {
  return ['Answer by ', dateTime(expiresAt), ' (', timeLeftUntil(expiresAt), ').']
}

function campaignRows(campaign: FirstOffer['campaign'], now: number) {
  return [
    { label: 'Campaign runs', value: periodText(campaign.startDate, campaign.endDate, now) },
    { label: 'Disclosure', value: campaign.disclosure },
  ]
}

/** "Payment and usage rights changed." */
function changedText(rows: ReturnType<typeof changedTermsRows>): string {
  const labels = rows.flatMap(({ label, was }) => (was === undefined ? [] : label))
  if (labels.length === 0) return 'The terms stay the same.'
  const [first = '', ...others] = labels
  const list = new Intl.ListFormat('en').format([first, ...others.map((label) => label.toLowerCase())])
  return `${list} changed.`
}
