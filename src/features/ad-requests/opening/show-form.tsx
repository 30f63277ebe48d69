import type { FormState } from '../../../platform/forms/form.ts'
import type { AppContext } from '../../../platform/http/context.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { cents } from '../../../shared/money.ts'
import { PriceGuidanceLines } from '../../price-guidance/price-guidance-note.tsx'
import { guidanceFor } from '../../price-guidance/queries.ts'
import type { Origin } from '../ad-request.ts'
import { offerFormOf } from '../forms.ts'
import { DEFAULT_LIFETIME, type Draft } from '../offer.ts'
import { OpeningPage } from './opening-page.tsx'
import type { Opening } from './queries.ts'
import type { Review } from './review.tsx'
import type { Prices } from './start-prices.ts'

export interface ShownForm {
  readonly opening: Opening
  readonly origin: Origin
  readonly prices: Prices
  readonly form?: FormState
  readonly review?: Review | null
  readonly status?: 200 | 409 | 422
}

/** The form of an invitation or an application, with what the campaign asks for unless something was typed. */
export async function showForm(
  c: AppContext,
  {
    opening,
    origin,
    prices,
    form = offerFormOf(suggestedDraft(opening)),
    review = null,
    status = 200,
  }: ShownForm,
) {
  const { name } = opening.campaign
  const guidance = guidanceFor(viewerOf(c).id, await prices.rows())
  return renderPage(c, {
    title: origin === 'invitation' ? `Invite to ${name}` : `Apply to ${name}`,
    page: <OpeningPage opening={opening} origin={origin} guidance={guidance} form={form} review={review} />,
    fragment: <PriceGuidanceLines guidance={guidance} />,
    status,
  })
}

/** What the campaign asks for, due on its last day. */
export function suggestedDraft({ campaign }: Opening): Draft {
  const dueDate = campaign.endDate ?? ''
  return {
    paymentAmount: cents(0),
    deliverables: campaign.wantedDeliverables.map((wanted) => ({ ...wanted, dueDate })),
    requirements: '',
    usageChannels: campaign.usageChannels,
    usageMonths: campaign.usageMonths,
    message: '',
    lifetime: DEFAULT_LIFETIME,
  }
}
