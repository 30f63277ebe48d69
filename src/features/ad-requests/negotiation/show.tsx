import { type FormState, withErrors } from '../../../platform/forms/form.ts'
import type { AppContext } from '../../../platform/http/context.ts'
import { forbidden, notFound } from '../../../platform/http/errors.ts'
import { flashTexts } from '../../../platform/http/flash.ts'
import { viewerOf } from '../../../platform/http/guards.ts'
import { renderPage } from '../../../platform/http/render.ts'
import { id, params } from '../../../platform/http/validate.ts'
import { routes } from '../../../routes.ts'
import type { AdRequestId } from '../../../shared/ids.ts'
import { PriceGuidanceLines } from '../../price-guidance/price-guidance-note.tsx'
import type { Side } from '../offer.ts'
import { sideOf } from '../policy.ts'
import { findNegotiation, type Negotiation } from '../queries.ts'
import { explainRefusal, type Refusal } from '../refusal.ts'
import { NegotiationPage } from './negotiation-page.tsx'
import type { OpenForm } from './open-form.ts'
import type { Prices } from './start-prices.ts'

export const requestParams = params({ adRequestId: id<AdRequestId>() })

const redirectWith = flashTexts({
  offer_sent: 'Offer sent.',
  offer_edited: 'Offer updated.',
  accepted: 'Accepted. The terms are now final.',
  rejected: "Rejected. We've notified the other side.",
  withdrawn: 'Offer withdrawn.',
  message_sent: 'Message sent.',
})
type Flash = Parameters<typeof redirectWith>[1]

export const blank: FormState = { values: {}, errors: {} }

export async function findVisible(
  c: AppContext,
  adRequestId: AdRequestId,
  prices: Prices | null = null,
): Promise<Negotiation> {
  const found = await findNegotiation(c.var.db, viewerOf(c), adRequestId, prices)
  if (!found) throw notFound()
  return found
}

/** For an action, which admins cannot take. */
export async function findOwn(c: AppContext, adRequestId: AdRequestId, prices: Prices | null = null) {
  const found = await findVisible(c, adRequestId, prices)
  const side: Side | null = sideOf(viewerOf(c), found.adRequest)
  if (!side) throw forbidden('Only the sponsor and the influencer can do this.')
  return { found, adRequest: found.adRequest, side }
}

interface Shown {
  readonly openForm: OpenForm
  readonly form?: FormState
  /** Why the last action was refused. */
  readonly refusal?: Refusal
  readonly status?: 200 | 409 | 422
}

export function show(
  c: AppContext,
  negotiation: Negotiation,
  { openForm, form, refusal, status = 200 }: Shown,
) {
  const { campaign, influencer } = negotiation
  const feePercent = c.var.env.PLATFORM_FEE_PERCENT
  return renderPage(c, {
    title: `${campaign.name} × ${influencer.name}`,
    page: (
      <NegotiationPage
        viewer={viewerOf(c)}
        negotiation={negotiation}
        openForm={openForm}
        form={form}
        refusal={refusal}
        feePercent={feePercent}
      />
    ),
    fragment: <PriceGuidanceLines guidance={negotiation.guidance} />,
    status,
  })
}

/** Keeps what was typed and says why it was refused. */
export function showRefusal(
  c: AppContext,
  found: Negotiation,
  openForm: OpenForm,
  form: FormState,
  refusal: Refusal,
  status: 409 | 422 = conflicts.has(refusal.kind) ? 409 : 422,
) {
  const side = sideOf(viewerOf(c), found.adRequest) ?? 'influencer'
  const errors = explainRefusal(refusal, side, c.var.env.CURRENCY)
  return show(c, found, { openForm, form: withErrors(form, errors), refusal, status })
}

const conflicts: ReadonlySet<Refusal['kind']> = new Set([
  'replaced',
  'closed',
  'campaign_changed',
  'request_flagged',
])

type Retry = (newer: Negotiation['adRequest']) => { ok: true } | { ok: false; refusal: Refusal }

/** The request changed between reading and writing. `retry` says what the newer state refuses, if anything. */
export async function showConflict(
  c: AppContext,
  adRequestId: AdRequestId,
  openForm: OpenForm,
  form: FormState,
  retry: Retry = () => ({ ok: true }),
) {
  const newer = await findVisible(c, adRequestId)
  const result = retry(newer.adRequest)
  return result.ok
    ? show(c, newer, { openForm, form: withErrors(form, { form: conflictText }), status: 409 })
    : showRefusal(c, newer, openForm, form, result.refusal, 409)
}

const conflictText = 'The other side acted first. Check the latest state below.'

export function redirectToRequest(c: AppContext, adRequestId: AdRequestId, flash: Flash) {
  return redirectWith(c, flash, routes.adRequests.show.href({ adRequestId }))
}
